package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a saved object refers to is in the package, too. */
final class SavedReferenceRule implements SpecRule {
  /** Kibana or Fleet makes these themselves. */
  private static final Set<String> MADE_ELSEWHERE = Set.of("index-pattern");

  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    SavedIds present = new SavedIds();
    List<SavedReference> references = new ArrayList<>();
    for (Element object : SavedObjects.all(subject, findings)) {
      Optional<String> id = SavedObjects.id(object, findings);
      Optional<String> type = SavedObjects.type(object, findings);
      id.ifPresent(it -> type.ifPresent(that -> present.add(that, it)));
      references.addAll(SavedReference.of(object, findings));
    }
    for (SavedReference reference : references) {
      if (!MADE_ELSEWHERE.contains(reference.type())
          && !present.has(reference.type(), reference.id())) {
        findings.error(
            "kibana_object.reference.dangling",
            reference.element(),
            "id",
            "The object refers to the %s %s, which is not in the package."
                .formatted(reference.type(), reference.id()),
            fix(reference, present));
      }
    }
  }

  private static String fix(SavedReference reference, SavedIds present) {
    return present
        .typeOf(reference.id())
        .map(type -> "Write the type " + type + ", of which there is one with this id.")
        .or(
            () ->
                present
                    .near(reference.type(), reference.id())
                    .map(id -> "Did you mean " + id + "?"))
        .orElse("Add its file to the package, or remove the reference.");
  }
}
