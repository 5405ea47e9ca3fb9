package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The saved objects of Kibana in a package: each is a JSON file, in a folder below {@code kibana}
 * that is called as the objects in it.
 */
final class SavedObjects {
  static final String ENDING = ".json";

  private SavedObjects() {}

  static List<Element> all(SpecSubject subject, Findings findings) throws IOException {
    return in("[^/]+", subject, findings);
  }

  static List<Element> dashboards(SpecSubject subject, Findings findings) throws IOException {
    return in("dashboard", subject, findings);
  }

  static List<Element> visualizations(SpecSubject subject, Findings findings) throws IOException {
    return in("visualization", subject, findings);
  }

  static List<Element> tags(SpecSubject subject, Findings findings) throws IOException {
    return in("tag", subject, findings);
  }

  private static List<Element> in(String folder, SpecSubject subject, Findings findings)
      throws IOException {
    return subject.readAll(subject.filesMatching("kibana/" + folder + "/[^/]*\\.json"), findings);
  }

  /** A text under a key; other values are none. */
  static Optional<String> text(Element object, String key) {
    return object
        .find(key)
        .map(Element::value)
        .flatMap(
            it -> it instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty());
  }

  /** The object's id, which is a text; a finding where it is not. */
  static Optional<String> id(Element object, Findings findings) {
    return needed(object, "id", name(object), "as the file is called", findings);
  }

  /** The object's type, which is a text; a finding where it is not. */
  static Optional<String> type(Element object, Findings findings) {
    return needed(object, "type", folder(object), "as the folder is called", findings);
  }

  private static Optional<String> needed(
      Element object, String key, String usual, String why, Findings findings) {
    Optional<String> text = text(object, key);
    if (text.isEmpty()) {
      findings.error(
          "kibana_object." + key + ".missing",
          object,
          key,
          "The object has no " + key + " that is a text.",
          "Add \"%s\": \"%s\", %s.".formatted(key, usual, why));
    }
    return text;
  }

  /** What its file is called, which its id should be. */
  static String name(Element object) {
    return object.file().substring(object.file().lastIndexOf('/') + 1).replace(ENDING, "");
  }

  private static String folder(Element object) {
    String[] names = object.file().split("/", -1);
    return names[names.length - 2];
  }

  static boolean isFilledText(Element element) {
    return element.value() instanceof Value.Text text && !text.value().isEmpty();
  }

  /** Whether it is a list, even an empty one, with nothing but objects in it. */
  static boolean isListOfObjects(Value value) {
    return value instanceof Value.Sequence list
        && list.items().stream().allMatch(Value.Mapping.class::isInstance);
  }

  /**
   * What an attribute holds, which Kibana stores as JSON in a text and packages may hold decoded.
   * Empty where the text is no JSON.
   */
  static Optional<Element> decoded(Element attribute, SpecSubject subject) {
    if (!(attribute.value() instanceof Value.Text text)) {
      return Optional.of(attribute);
    }
    return subject.raw().documents().readJson(attribute.file(), text)
            instanceof Document.Parsed(Value value, var _)
        ? Optional.of(attribute.with(value))
        : Optional.empty();
  }
}
