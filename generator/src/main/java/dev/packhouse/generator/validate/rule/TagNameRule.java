package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No two tags of a package have one name. */
final class TagNameRule implements SpecRule {
  private static final String SHARED = "kibana/tags.yml";
  private static final String NAME = "name";
  private static final String TEXT = "text";
  private static final String TAG = "tag";

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Map<String, Element> seen = new HashMap<>();
    List<Element> shared = subject.read(SHARED, findings).map(Element::items).orElse(List.of());
    for (Element tag : shared) {
      note(tag.text(TEXT).orElse(""), tag, TEXT, seen, findings);
    }
    for (Element tag : SavedObjects.tags(subject, findings)) {
      if (SavedObjects.text(tag, "type").equals(Optional.of(TAG))) {
        Element attributes = tag.find("attributes").orElse(tag);
        note(attributes.text(NAME).orElse(""), attributes, NAME, seen, findings);
      }
    }
  }

  private static void note(
      String name, Element tag, String key, Map<String, Element> seen, Findings findings) {
    Element before = seen.putIfAbsent(name, tag);
    if (before != null) {
      findings.error(
          "tag.name.duplicate",
          tag,
          key,
          name.isEmpty()
              ? "Two tags have no name: this one, and one in %s.".formatted(before.file())
              : "There is a tag %s already, in %s on line %s."
                  .formatted(name, before.file(), before.place().line()),
          "Give it another name, or remove one of the two.");
    }
  }
}
