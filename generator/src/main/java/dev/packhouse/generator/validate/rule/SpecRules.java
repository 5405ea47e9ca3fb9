package dev.packhouse.generator.validate.rule;

import java.util.List;

/** The rules of the spec, each of which says itself for which packages it holds. */
public final class SpecRules {
  private static final List<SpecRule> ALL =
      List.of(
          // Saved objects of Kibana
          new SavedObjectIdRule(),
          new SavedReferenceRule(),
          new PanelByReferenceRule(),
          new DashboardFilterRule(),
          new LegacyVisualizationRule(),
          new TagNameRule(),
          // Pipelines, templates and documentation
          new ProcessorTagRule(),
          new PipelineFailureRule(),
          new TemplateSyntaxRule(),
          new InputTemplateFileRule(),
          new StreamTemplateFileRule(),
          new DocsStructureRule());

  private SpecRules() {}

  public static List<SpecRule> all() {
    return ALL;
  }
}
