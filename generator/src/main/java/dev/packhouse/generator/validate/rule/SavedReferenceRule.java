package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a saved object refers to is in the package, too. */
final class SavedReferenceRule implements SpecRule {
  /** Kibana or Fleet makes these themselves. */
  private static final Set<String> MADE_ELSEWHERE = Set.of("index-pattern");

  private record Key(String type, String id) {}

  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Set<Key> present = new HashSet<>();
    List<SavedReference> references = new ArrayList<>();
    for (Element object : SavedObjects.all(subject, findings)) {
      key(object, findings).ifPresent(present::add);
      references.addAll(SavedReference.of(object, findings));
    }
    for (SavedReference reference : references) {
      if (!MADE_ELSEWHERE.contains(reference.type())
          && !present.contains(new Key(reference.type(), reference.id()))) {
        findings.error(
            "kibana_object.reference.dangling",
            reference.element(),
            "id",
            "The object refers to the %s %s, which is not in the package."
                .formatted(reference.type(), reference.id()),
            sameId(reference, present));
      }
    }
  }

  private static Optional<Key> key(Element object, Findings findings) {
    Optional<String> id = SavedObjects.id(object, findings);
    Optional<String> type = SavedObjects.type(object, findings);
    return id.flatMap(it -> type.map(that -> new Key(that, it)));
  }

  private static String sameId(SavedReference reference, Set<Key> present) {
    return present.stream()
        .filter(key -> key.id().equals(reference.id()))
        .map(key -> "Write the type " + key.type() + ", of which there is one with this id.")
        .sorted()
        .findFirst()
        .orElse("Add its file to the package, or remove the reference.");
  }
}
