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

  /** In characters. */
  private static final int LONGEST_SLIP = 3;

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
            fix(reference, present));
      }
    }
  }

  private static Optional<Key> key(Element object, Findings findings) {
    Optional<String> id = SavedObjects.id(object, findings);
    Optional<String> type = SavedObjects.type(object, findings);
    return id.flatMap(it -> type.map(that -> new Key(that, it)));
  }

  private static String fix(SavedReference reference, Set<Key> present) {
    return sameId(reference, present)
        .or(() -> nearId(reference, present))
        .orElse("Add its file to the package, or remove the reference.");
  }

  private static Optional<String> sameId(SavedReference reference, Set<Key> present) {
    return present.stream()
        .filter(key -> key.id().equals(reference.id()))
        .map(key -> "Write the type " + key.type() + ", of which there is one with this id.")
        .sorted()
        .findFirst();
  }

  /** Ids that Kibana made are alike in much: only what differs in one place is a slip. */
  private static Optional<String> nearId(SavedReference reference, Set<Key> present) {
    return present.stream()
        .filter(key -> key.type().equals(reference.type()))
        .map(Key::id)
        .filter(id -> isSlip(reference.id(), id))
        .sorted()
        .findFirst()
        .map(id -> "Did you mean " + id + "?");
  }

  private static boolean isSlip(String written, String id) {
    int shorter = Math.min(written.length(), id.length());
    int start = 0;
    while (start < shorter && written.charAt(start) == id.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && written.charAt(written.length() - 1 - end) == id.charAt(id.length() - 1 - end)) {
      end++;
    }
    return Math.max(written.length(), id.length()) - start - end <= LONGEST_SLIP
        && start + end > LONGEST_SLIP;
  }
}
