package dev.packhouse.generator.validate.registry;

import java.util.List;

/** Which rules hold where. */
public final class Rules {
  private static final List<Rule> NEEDED =
      List.of(
          new NameRule(),
          new VersionRule(),
          new FormatVersionRule(),
          new ConditionRule(),
          new ImageFolderRule(),
          new TopFolderRule(),
          new TextLengthRule());

  private static final List<Rule> OTHERS =
      List.of(
          new TitleRule(),
          new ReleaseRule(),
          new CategoryRule(),
          new PolicyTemplateRule(),
          new ImageRule(),
          new RequirementRule(),
          new ReadmeRule(),
          new FolderNameRule(),
          new DataStreamRule(),
          new StreamRule(),
          new PipelineRule(),
          new FieldRule());

  private Rules() {}

  /**
   * What must be so for a package to have an address, a record and a place in the index, with paths
   * that stay in it.
   */
  public static List<Rule> needed() {
    return NEEDED;
  }

  /** What must be so besides for clients to install and show the package. */
  public static List<Rule> others() {
    return OTHERS;
  }
}
