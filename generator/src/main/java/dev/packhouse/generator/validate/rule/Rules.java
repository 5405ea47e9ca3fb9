package dev.packhouse.generator.validate.rule;

import java.util.List;

/** Which rules hold where. */
public final class Rules {
  private static final List<Rule> REGISTRY =
      List.of(
          new NameRule(),
          new VersionRule(),
          new FormatVersionRule(),
          new TitleRule(),
          new ReleaseRule(),
          new ConditionRule(),
          new CategoryRule(),
          new PolicyTemplateRule(),
          new ImageRule(),
          new RequirementRule(),
          new ReadmeRule(),
          new FolderNameRule(),
          new TopFolderRule(),
          new DataStreamRule(),
          new StreamRule(),
          new PipelineRule(),
          new FieldRule(),
          new TextLengthRule());

  private Rules() {}

  /** The lenient profile: what must be so for clients to find and install a package. */
  public static List<Rule> registry() {
    return REGISTRY;
  }
}
