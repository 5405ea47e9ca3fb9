package dev.packhouse.generator.validate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a dashboard shows: a saved object of its own, or a panel that a dashboard holds.
 *
 * @param element with its state decoded, where that is stored as a text
 * @param object type of saved object, such as {@code lens}
 */
record Visualization(Element element, String object) {
  /** The type of those that have types of their own. */
  static final String OBJECT = "visualization";

  private static final String BY_VALUE = "embeddableConfig.savedVis.";

  /** Of an editor that Kibana drops; its markdown has no successor yet. */
  private static final String TIME_SERIES = "metrics";

  private static final String MARKDOWN = "markdown";

  private static final List<String> QUERIES =
      List.of(
          "attributes.kibanaSavedObjectMeta.searchSourceJSON.query.query",
          "attributes.state.query.query",
          "embeddableConfig.attributes.mapStateJSON.query.query",
          "embeddableConfig.attributes.state.query.query",
          "embeddableConfig.savedVis.data.searchSource.query.query");
  private static final List<String> FILTERS =
      List.of(
          "attributes.state.filters",
          "embeddableConfig.attributes.state.filters",
          "embeddableConfig.attributes.mapStateJSON.filters",
          "embeddableConfig.savedVis.data.searchSource.filter",
          "attributes.kibanaSavedObjectMeta.searchSourceJSON.filter");

  /** Where its own type stands, such as {@code pie}; empty where it has none. */
  Optional<Element> type() {
    return object.equals(OBJECT)
        ? firstText("attributes.type", "attributes.visState.type", BY_VALUE + "type")
        : Optional.empty();
  }

  /** As its author knows it; empty where it has no title. */
  String title() {
    return firstText("attributes.title", "title", BY_VALUE + "title")
        .flatMap(Element::text)
        .orElse("");
  }

  /** Whether it was made with an editor that Kibana drops. */
  boolean isLegacy() {
    if (!object.equals(OBJECT)) {
      return false;
    }
    return switch (typeText()) {
      case MARKDOWN, "vega", "input_control_vis" -> false;
      case TIME_SERIES ->
          !firstText("attributes.visState.params.type", BY_VALUE + "params.type")
              .flatMap(Element::text)
              .equals(Optional.of(MARKDOWN));
      default -> true;
    };
  }

  /** Whether it asks for data, which a filter can narrow. */
  boolean queries() {
    return !object.equals("search") && !(object.equals(OBJECT) && typeText().equals(MARKDOWN));
  }

  /** Whether it narrows its data itself. */
  boolean hasFilter() {
    return firstText(QUERIES.toArray(String[]::new)).isPresent()
        || FILTERS.stream()
            .flatMap(path -> find(path).stream())
            .anyMatch(it -> SavedObjects.isListOfObjects(it.value()) && !it.items().isEmpty());
  }

  private String typeText() {
    return type().flatMap(Element::text).orElse("");
  }

  /** The first of the paths at which a text stands that is not empty. */
  private Optional<Element> firstText(String... paths) {
    return Stream.of(paths)
        .flatMap(path -> find(path).stream())
        .filter(SavedObjects::isFilledText)
        .findFirst();
  }

  private Optional<Element> find(String path) {
    return element.find(List.of(path.split("\\.", -1)));
  }
}
