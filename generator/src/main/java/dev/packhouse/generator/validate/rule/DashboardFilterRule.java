package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A dashboard looks only at the data of its package: it has a filter, or each of its panels has.
 */
final class DashboardFilterRule implements SpecRule {
  private static final List<String> SEARCH =
      List.of("attributes", "kibanaSavedObjectMeta", "searchSourceJSON");

  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element dashboard : SavedObjects.dashboards(subject, findings)) {
      check(dashboard, subject, findings);
    }
  }

  private static void check(Element dashboard, SpecSubject subject, Findings findings) {
    Optional<List<Visualization>> panels =
        DashboardPanels.of(dashboard, subject)
            .map(all -> all.stream().filter(Visualization::queries).toList());
    List<Visualization> open =
        panels.orElse(List.of()).stream().filter(panel -> !hasFilter(panel, subject)).toList();
    if (panels.isPresent() && open.isEmpty()) {
      return;
    }
    Optional<Element> search =
        dashboard.find(SEARCH).flatMap(it -> SavedObjects.decoded(it, subject));
    if (search.isPresent() && narrows(search.get())) {
      return;
    }
    if (search.isPresent() && asksOnly(search.get())) {
      report(
          "dashboard.filter.query_only",
          dashboard,
          "The dashboard has a query, but no filter.",
          findings);
    } else if (panels.isPresent() && open.size() * 2 < panels.get().size()) {
      open.forEach(panel -> report(panel, findings));
    } else {
      report("dashboard.filter.missing", dashboard, "The dashboard has no filter.", findings);
    }
  }

  private static boolean hasFilter(Visualization panel, SpecSubject subject) {
    return VisualizationState.decode(panel.element(), subject)
            instanceof VisualizationState.Decoded.Good(Element decoded)
        && new Visualization(decoded, panel.object()).hasFilter();
  }

  private static boolean narrows(Element search) {
    return hasSoundQuery(search) && search.isList("filter") && !search.items("filter").isEmpty();
  }

  private static boolean asksOnly(Element search) {
    boolean hasList = search.find("filter").isEmpty() || search.isList("filter");
    return hasList
        && hasSoundQuery(search)
        && search.find("query", "query").filter(SavedObjects::isFilledText).isPresent();
  }

  /** A query of another kind makes Kibana drop the whole of it. */
  private static boolean hasSoundQuery(Element search) {
    Optional<Element> query = search.find("query");
    return query.isEmpty()
        || (query.get().isObject()
            && query
                .get()
                .find("query")
                .filter(it -> !(it.value() instanceof Value.Text))
                .isEmpty());
  }

  /** Most of the others have one, so this one was forgotten. */
  private static void report(Visualization panel, Findings findings) {
    findings.error(
        "dashboard.filter.missing",
        panel.element(),
        "The panel has no filter, as most others of the dashboard have, and neither has the"
            + " dashboard.",
        "Add a filter to the panel, such as data_stream.dataset is nginx.access.");
  }

  /** At the search of the dashboard, or as near to it as there is something. */
  private static void report(String code, Element dashboard, String message, Findings findings) {
    Element nearest = dashboard;
    for (String key : SEARCH.subList(0, SEARCH.size() - 1)) {
      nearest = nearest.find(key).orElse(nearest);
    }
    findings.error(
        code,
        nearest,
        SEARCH.getLast(),
        message,
        "Add a filter to the dashboard, such as data_stream.dataset is nginx.access.");
  }
}
