package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.Yaml;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.Trees;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.ui.PackagePage.Change;
import dev.packhouse.generator.ui.PackagePage.ChangelogEntry;
import dev.packhouse.generator.ui.PackagePage.DataStream;
import dev.packhouse.generator.ui.PackagePage.Deprecation;
import dev.packhouse.generator.ui.PackagePage.Facts;
import dev.packhouse.generator.ui.PackagePage.Field;
import dev.packhouse.generator.ui.PackagePage.Named;
import dev.packhouse.generator.ui.PackagePage.Picture;
import dev.packhouse.generator.ui.PackagePage.PolicyInput;
import dev.packhouse.generator.ui.PackagePage.PolicyTemplate;
import dev.packhouse.generator.ui.PackagePage.Requirement;
import dev.packhouse.generator.ui.PackagePage.StreamInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Makes the page of a package from its record and the files of the version that stands for it. */
final class PackagePageReader {
  /** A page with more of one data stream is slow to look through. */
  private static final int MOST_FIELDS = 2_000;

  private static final String DOCUMENTS = "docs/";
  private static final String README = DOCUMENTS + "README.md";

  private final DescribedPackage described;
  private final ObjectNode record;
  private final PackageFolder home;

  private PackagePageReader(DescribedPackage described) {
    this.described = described;
    this.record = described.record();
    this.home = new PackageFolder(described.shown().files());
  }

  static PackagePage read(DescribedPackage described, Card card) throws IOException {
    return new PackagePageReader(described).page(card);
  }

  private PackagePage page(Card card) throws IOException {
    return new PackagePage(
        card,
        facts(),
        deprecation(),
        requirements(card),
        readme(),
        documents(),
        screenshots(),
        VersionsReader.read(described),
        changelog(),
        dataStreams(),
        FieldsReader.read(described.files(), "fields/"),
        policyTemplates(),
        VariablesReader.read(record));
  }

  private Facts facts() {
    return new Facts(
        ShownText.of(record, "owner", "github"),
        ShownText.of(record, "owner", "type"),
        ShownText.of(record, "source", "license"),
        ShownText.of(record, "format_version"),
        home.link("manifest.yml"));
  }

  private Optional<Deprecation> deprecation() {
    return Trees.object(record, "deprecated")
        .map(
            block -> {
              String replacement = ShownText.of(block, "replaced_by", "package");
              return new Deprecation(
                  ShownText.of(block, "since"),
                  ShownText.of(block, "description"),
                  replacement.isEmpty() ? Optional.empty() : Optional.of(named(replacement)));
            });
  }

  /** Whether there is a page for it nobody knows yet, but its name can be looked for. */
  private static Named named(String name) {
    return new Named(name, "../index.html?q=" + Link.path(name));
  }

  private List<Requirement> requirements(Card card) {
    List<Requirement> requirements = new ArrayList<>();
    add(requirements, "Kibana", ShownText.of(record, "conditions", "kibana", "version"));
    add(requirements, "Elastic Agent", ShownText.of(record, "conditions", "agent", "version"));
    add(requirements, "Subscription", card.subscription());
    Trees.object(record, "conditions")
        .flatMap(conditions -> Trees.object(conditions, "elastic"))
        .ifPresent(
            elastic ->
                add(
                    requirements,
                    "Capabilities",
                    ShownText.join(Trees.texts(elastic, "capabilities"))));
    Trees.object(record, "requires").ifPresent(requires -> addPackages(requirements, requires));
    if (Trees.object(record, "agent")
        .flatMap(agent -> Trees.object(agent, "privileges"))
        .map(privileges -> privileges.path("root").asBoolean(false))
        .orElse(false)) {
      requirements.add(new Requirement("Elastic Agent runs as", "root"));
    }
    return requirements;
  }

  private static void addPackages(List<Requirement> requirements, ObjectNode requires) {
    for (String kind : List.of("input", "content")) {
      for (ObjectNode needed : Trees.objects(requires, kind)) {
        add(
            requirements,
            "Package " + ShownText.of(needed, "package"),
            ShownText.of(needed, "version"));
      }
    }
  }

  private static void add(List<Requirement> requirements, String what, String text) {
    if (!text.isBlank()) {
      requirements.add(new Requirement(what, text));
    }
  }

  private Readme readme() throws IOException {
    String path =
        Optional.of(README).filter(described.files().files()::containsKey).orElse("README.md");
    PackageFile file = described.files().files().get(path);
    if (file == null) {
      return new Readme.Missing();
    }
    if (file.size() > ReadmeRenderer.LONGEST) {
      return new Readme.TooLong(home.link(path), ByteSize.of(file.size()));
    }
    if (described.files().documents().readText(path)
            instanceof Document.Parsed(Value.Text(var _, String markdown), var _)
        && !markdown.isBlank()) {
      Set<String> files = described.files().files().keySet();
      String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
      return new Readme.Rendered(new ReadmeRenderer(home, files, folder).render(markdown));
    }
    return new Readme.Missing();
  }

  /** What else the package says of itself, each in a file of its own. */
  private List<Named> documents() {
    return described.files().files().keySet().stream()
        .filter(path -> path.startsWith(DOCUMENTS) && path.endsWith(".md"))
        .filter(path -> !path.equals(README))
        .sorted()
        .map(path -> new Named(path.substring(DOCUMENTS.length()), home.link(path)))
        .toList();
  }

  private List<Picture> screenshots() {
    Set<String> files = described.files().files().keySet();
    return Stream.concat(
            Trees.objects(record, "screenshots").stream(),
            Trees.objects(record, "policy_templates").stream()
                .flatMap(template -> Trees.objects(template, "screenshots").stream()))
        .flatMap(
            image ->
                PackageFolder.resolve("", Trees.text(image, "src"))
                    .filter(files::contains)
                    .map(path -> new Picture(home.link(path), pictureText(image)))
                    .stream())
        .distinct()
        .toList();
  }

  private static String pictureText(ObjectNode image) {
    String title = CardReader.oneLine(ShownText.of(image, "title"));
    return title.isEmpty() ? "Screenshot" : title;
  }

  private List<ChangelogEntry> changelog() throws IOException {
    List<ChangelogEntry> entries = new ArrayList<>();
    for (Value entry : Yaml.list(described.files(), "changelog.yml")) {
      List<Change> changes =
          Yaml.list(entry, "changes").stream()
              .map(
                  change ->
                      new Change(
                          ShownText.of(change, "type"),
                          ShownText.of(change, "description"),
                          Link.web(Yaml.text(change, "link"))))
              .toList();
      entries.add(
          new ChangelogEntry("changes-" + entries.size(), ShownText.of(entry, "version"), changes));
    }
    return entries;
  }

  private List<DataStream> dataStreams() throws IOException {
    List<DataStream> streams = new ArrayList<>();
    for (ObjectNode stream : Trees.objects(record, "data_streams")) {
      String folder = "data_stream/" + Trees.text(stream, "path") + "/fields/";
      List<Field> fields = FieldsReader.read(described.files(), folder);
      String title = ShownText.of(stream, "title");
      streams.add(
          new DataStream(
              "stream-" + streams.size(),
              title.isBlank() ? ShownText.of(stream, "dataset") : title,
              ShownText.of(stream, "type"),
              ShownText.of(stream, "dataset"),
              ShownText.of(stream, "release"),
              Trees.objects(stream, "streams").stream().map(PackagePageReader::input).toList(),
              fields.subList(0, Math.min(fields.size(), MOST_FIELDS)),
              Math.max(0, fields.size() - MOST_FIELDS)));
    }
    return streams;
  }

  private static StreamInput input(ObjectNode stream) {
    return new StreamInput(
        ShownText.of(stream, "input"),
        ShownText.of(stream, "title"),
        CardReader.oneLine(ShownText.of(stream, "description")),
        VariablesReader.read(stream));
  }

  private List<PolicyTemplate> policyTemplates() {
    List<PolicyTemplate> templates = new ArrayList<>();
    for (ObjectNode template : Trees.objects(record, "policy_templates")) {
      String title = ShownText.of(template, "title");
      templates.add(
          new PolicyTemplate(
              "policy-" + templates.size(),
              title.isBlank() ? ShownText.of(template, "name") : title,
              CardReader.oneLine(ShownText.of(template, "description")),
              Trees.objects(template, "inputs").stream()
                  .map(
                      input ->
                          new PolicyInput(
                              ShownText.of(input, "type"),
                              ShownText.of(input, "title"),
                              CardReader.oneLine(ShownText.of(input, "description")),
                              VariablesReader.read(input)))
                  .toList(),
              VariablesReader.read(template)));
    }
    return templates;
  }
}
