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
