package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** No visualization, saved by itself or held by a dashboard, is made with an editor of old. */
final class LegacyVisualizationRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT).since("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element saved : SavedObjects.visualizations(subject, findings)) {
      saved(saved, subject, findings);
    }
    for (Element dashboard : SavedObjects.dashboards(subject, findings)) {
      Optional<List<Visualization>> panels = DashboardPanels.of(dashboard, subject);
      if (panels.isEmpty()) {
        Element attributes = dashboard.find("attributes").orElse(dashboard);
        findings.error(
            "dashboard.panels.invalid",
            attributes,
            "panelsJSON",
            "The dashboard's panels are no list of objects.",
            "Export the dashboard again; panelsJSON is a list, or the JSON of one in a text.");
      }
      panels.orElse(List.of()).forEach(panel -> report(panel, findings));
    }
  }

  private static void saved(Element saved, SpecSubject subject, Findings findings) {
    switch (VisualizationState.decode(saved, subject)) {
      case VisualizationState.Decoded.Bad(Element attribute) ->
          findings.error(
              "kibana_object.state.invalid",
              attribute,
              "The text is not the JSON that Kibana stores here.",
              "Export the object again.");
      case VisualizationState.Decoded.Good(Element object) ->
          SavedObjects.type(object, findings)
              .ifPresent(type -> report(new Visualization(object, type), findings));
    }
  }

  private static void report(Visualization visualization, Findings findings) {
    if (visualization.isLegacy()) {
      Optional<Element> type = visualization.type();
      findings.error(
          "visualization.type.legacy",
          type.orElse(visualization.element()),
          "The visualization%s is made with an old editor%s, which Kibana drops."
              .formatted(
                  visualization.title().isEmpty() ? "" : " " + visualization.title(),
                  type.flatMap(Element::text).map(it -> ", as " + it).orElse("")),
          "Make it anew with Lens, Maps or Vega.");
    }
  }
}
