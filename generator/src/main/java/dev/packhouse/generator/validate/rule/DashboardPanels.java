package dev.packhouse.generator.validate.rule;

import java.util.List;
import java.util.Optional;

/** The panels that a dashboard holds itself. */
final class DashboardPanels {
  private static final List<String> PANELS = List.of("attributes", "panelsJSON");
  private static final List<String> VISUALIZATION = List.of("embeddableConfig", "savedVis");
  private static final List<String> ATTRIBUTES = List.of("embeddableConfig", "attributes");

  private DashboardPanels() {}

  /** Empty where the dashboard has no list of panels, as JSON in a text or decoded. */
  static Optional<List<Visualization>> of(Element dashboard, SpecSubject subject) {
    return dashboard
        .find(PANELS)
        .flatMap(it -> SavedObjects.decoded(it, subject))
        .filter(it -> SavedObjects.isListOfObjects(it.value()))
        .map(it -> it.items().stream().flatMap(panel -> visualization(panel).stream()).toList());
  }

  private static Optional<Visualization> visualization(Element panel) {
    return SavedObjects.text(panel, "type")
        .filter(type -> isHeld(panel, type))
        .map(type -> new Visualization(panel, type));
  }

  private static boolean isHeld(Element panel, String type) {
    return switch (type) {
      case Visualization.OBJECT -> panel.find(VISUALIZATION).isPresent();
      case "lens", "map" -> panel.find(ATTRIBUTES).isPresent();
      default -> false;
    };
  }
}
