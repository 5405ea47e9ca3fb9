package dev.packhouse.generator.ui;

import java.util.List;
import java.util.Optional;

/** All that the page of a package shows. Addresses are seen from that page. */
record PackagePage(
    Card card,
    Facts facts,
    Optional<Deprecation> deprecation,
    List<Requirement> requirements,
    Readme readme,
    List<Named> documents,
    List<Picture> screenshots,
    VersionTable versions,
    List<ChangelogEntry> changelog,
    List<DataStream> dataStreams,
    List<Field> fields,
    List<PolicyTemplate> policyTemplates,
    List<Variable> variables) {
  /** A page shows the changes of so many versions at once, and the others when it is asked to. */
  private static final int RECENT_CHANGES = 5;

  PackagePage {
    requirements = List.copyOf(requirements);
    documents = List.copyOf(documents);
    screenshots = List.copyOf(screenshots);
    changelog = List.copyOf(changelog);
    dataStreams = List.copyOf(dataStreams);
    fields = List.copyOf(fields);
    policyTemplates = List.copyOf(policyTemplates);
    variables = List.copyOf(variables);
  }

  /** The version that stands for the package. */
  VersionRow shown() {
    return versions.shown();
  }

  boolean hasDocuments() {
    return !documents.isEmpty();
  }

  boolean hasScreenshots() {
    return !screenshots.isEmpty();
  }

  boolean hasChangelog() {
    return !changelog.isEmpty();
  }

  List<ChangelogEntry> recentChanges() {
    return changelog.subList(0, Math.min(changelog.size(), RECENT_CHANGES));
  }

  List<ChangelogEntry> olderChanges() {
    return changelog.subList(recentChanges().size(), changelog.size());
  }

  boolean hasData() {
    return !dataStreams.isEmpty() || !fields.isEmpty();
  }

  boolean hasPolicies() {
    return !policyTemplates.isEmpty() || !variables.isEmpty();
  }

  /**
   * What stands beside the title.
   *
   * @param owner a team or person at GitHub; empty where the manifest does not say
   * @param ownerType such as {@code elastic}; empty likewise
   * @param license empty likewise
   * @param filesLink address of the manifest
   */
  record Facts(
      String owner, String ownerType, String license, String formatVersion, String filesLink) {}

  /**
   * What the package needs.
   *
   * @param what such as {@code Kibana}
   * @param text such as a constraint
   */
  record Requirement(String what, String text) {}

  /**
   * Why the package should no longer be used.
   *
   * @param replacement address of the package to use instead, and its name
   */
  record Deprecation(String since, String description, Optional<Named> replacement) {}

  /** A name with where it leads. */
  record Named(String name, String link) {}

  /**
   * An image of the package.
   *
   * @param text that says what it shows
   */
  record Picture(String link, String text) {}

  /**
   * One version's changes.
   *
   * @param id of its heading
   */
  record ChangelogEntry(String id, String version, List<Change> changes) {
    ChangelogEntry {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A line of a changelog.
   *
   * @param type such as {@code enhancement}
   * @param link on the web; empty where there is no good one
   */
  record Change(String type, String description, Optional<String> link) {}

  /**
   * A data stream.
   *
   * @param id of its heading
   * @param inputs of its streams, by name
   * @param more fields that are not listed
   */
  record DataStream(
      String id,
      String title,
      String type,
      String dataset,
      String release,
      List<StreamInput> inputs,
      List<Field> fields,
      int more) {
    DataStream {
      inputs = List.copyOf(inputs);
      fields = List.copyOf(fields);
    }
  }

  /** How a data stream gets its data. */
  record StreamInput(String input, String title, String description, List<Variable> variables) {
    StreamInput {
      variables = List.copyOf(variables);
    }
  }

  /**
   * A field of a data stream.
   *
   * @param notes such as its unit
   */
  record Field(String name, String type, String description, String notes) {}

  /**
   * A policy template.
   *
   * @param id of its heading
   */
  record PolicyTemplate(
      String id,
      String title,
      String description,
      List<PolicyInput> inputs,
      List<Variable> variables) {
    PolicyTemplate {
      inputs = List.copyOf(inputs);
      variables = List.copyOf(variables);
    }
  }

  /** An input of a policy template. */
  record PolicyInput(String type, String title, String description, List<Variable> variables) {
    PolicyInput {
      variables = List.copyOf(variables);
    }
  }

  /**
   * What can be set.
   *
   * @param notes such as {@code required}
   * @param usual the default; empty where there is none
   */
  record Variable(
      String name, String title, String type, String description, String notes, String usual) {}
}
