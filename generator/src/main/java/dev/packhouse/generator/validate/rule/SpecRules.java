package dev.packhouse.generator.validate.rule;

import java.util.List;

/** The rules of the spec, each of which says itself for which packages it holds. */
public final class SpecRules {
  private static final List<SpecRule> ALL =
      List.of(
          // Versions and conditions
          new ChangelogEntryRule(),
          new ChangelogOrderRule(),
          new ChangelogLinkRule(),
          new PrereleaseTagRule(),
          new UnreleasedFormatRule(),
          new InputKibanaRule(),
          new RuntimeFieldRule(),
          new TagKibanaRule(),
          new AgentVersionRule(),
          new SecurityCapabilityRule(),
          // Fields
          new FieldGroupRule(),
          new FieldLimitRule(),
          new DuplicateFieldRule(),
          new DimensionFieldRule(),
          new DimensionsPresentRule(),
          new DateFormatRule(),
          new RequiredFieldRule(),
          new ExternalFieldRule(),
          // Manifests
          new IlmPolicyRule(),
          new StableProfilesRule(),
          new RoutingDatasetRule(),
          new RequiredVarRule(),
          new StrayDataStreamRule(),
          new VarGroupRule(),
          new SectionRule(),
          new DurationRule(),
          new ReservedVarRule(),
          new DynamicSignalRule(),
          new DeploymentModeRule(),
          new TemplateCategoryRule(),
          new DataStreamCategoryRule(),
          new DeprecatedInputRule(),
          new ReplacedByRule(),
          new PackageReferenceRule(),
          new TestRequirementRule(),
          new InputNameRule(),
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
