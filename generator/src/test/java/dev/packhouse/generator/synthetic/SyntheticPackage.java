package dev.packhouse.generator.synthetic;

import dev.packhouse.generator.index.PackageText;
import dev.packhouse.generator.model.RegistryPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One version of a made-up package. */
public final class SyntheticPackage {
  /** Of so many versions the changelog tells. */
  private static final int CHANGES = 8;

  /** As many as packages have on average, as long as their READMEs are. */
  private static final int FIELDS = 120;

  private static final int SENTENCES = 30;

  private static final String BASE_FIELDS =
      """
      - name: data_stream.type
        type: constant_keyword
        description: Type of the data stream.
      - name: data_stream.dataset
        type: constant_keyword
        description: Dataset of the data stream.
      - name: data_stream.namespace
        type: constant_keyword
        description: Namespace of the data stream.
      - name: '@timestamp'
        type: date
        description: When the event happened.
      """;

  private final Traits traits;
  private final List<String> versions;
  private final KibanaTimes.Moment moment;

  /**
   * @param versions up to this one
   */
  SyntheticPackage(Traits traits, List<String> versions, KibanaTimes.Moment moment) {
    this.traits = traits;
    this.versions = versions;
    this.moment = moment;
  }

  public String name() {
    return traits.name();
  }

  public String version() {
    return versions.getLast();
  }

  /** The files of the package, by their paths. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("manifest.yml", YamlText.of(manifest()));
    files.put("changelog.yml", changelog());
    files.put("docs/README.md", readme());
    files.put("img/" + traits.name() + ".svg", icon());
    switch (traits.type()) {
      case "integration" -> {
        String stream = "data_stream/" + traits.stream() + "/";
        files.put(stream + "manifest.yml", YamlText.of(streamManifest()));
        files.put(stream + "fields/fields.yml", BASE_FIELDS + ownField());
      }
      case "input" -> {
        files.put("fields/fields.yml", BASE_FIELDS + ownField());
        files.put("agent/input/input.yml.hbs", "paths:\n  - /var/log/" + name() + ".log\n");
      }
      default -> {}
    }
    return files;
  }

  /**
   * What a reader of the files would make of them, as far as the search record says it; the full
   * record of the same lacks what needs files, such as the list of assets.
   */
  public RegistryPackage searchable() {
    ObjectNode record = manifest();
    String path = "/package/" + name() + "/" + version();
    record.put("path", path);
    if (!record.has("release")) {
      record.put("release", release());
    }
    ObjectNode icon = (ObjectNode) record.required("icons").required(0);
    icon.put("path", path + icon.required("src").stringValue());
    if (traits.type().equals("integration")) {
      record
          .putArray("data_streams")
          .add(streamManifest().put("dataset", name() + "." + traits.stream()));
    }
    return RegistryPackage.of(record);
  }

  /** What a search by text finds it by; its README is longer than that of the files. */
  public PackageText text() {
    Prose prose = new Prose(name().hashCode());
    String stream = name() + "." + traits.stream();
    return new PackageText(
        name(),
        traits.title(),
        traits.description(),
        traits.categories(),
        traits.templates().stream()
            .flatMap(it -> Stream.of(it.name(), it.input(), it.title(), it.description()))
            .toList(),
        List.of(stream, traits.title() + " " + traits.stream()),
        prose.fields(stream, FIELDS),
        readme() + prose.paragraph(SENTENCES));
  }

  private String release() {
    return version().startsWith("0.") || version().contains("-") ? "beta" : "ga";
  }

  private ObjectNode manifest() {
    ObjectNode manifest = object();
    manifest
        .put("format_version", moment.format())
        .put("name", name())
        .put("title", traits.title())
        .put("version", version())
        .put("description", traits.description())
        .put("type", traits.type());
    boolean old = moment.format().startsWith("1.");
    if (old) {
      manifest.put("release", version().startsWith("0.") ? "experimental" : release());
    }
    texts(manifest, "categories", traits.categories());
    conditions(manifest);
    manifest
        .putArray("icons")
        .addObject()
        .put("src", "/img/" + name() + ".svg")
        .put("title", traits.title() + " logo")
        .put("size", "32x32")
        .put("type", "image/svg+xml");
    if (!traits.type().equals("content")) {
      ArrayNode templates = manifest.putArray("policy_templates");
      traits.templates().forEach(it -> template(templates.addObject(), it));
    }
    ObjectNode owner = manifest.putObject("owner").put("github", traits.owner());
    if (!old) {
      owner.put("type", "community");
    }
    return manifest;
  }

  private void conditions(ObjectNode manifest) {
    ObjectNode conditions = object();
    moment.kibana().ifPresent(it -> conditions.putObject("kibana").put("version", it));
    moment.agent().ifPresent(it -> agent(conditions, it));
    if (!traits.capabilities().isEmpty() && !moment.format().startsWith("1.")) {
      ObjectNode elastic = conditions.putObject("elastic").put("subscription", "basic");
      texts(elastic, "capabilities", traits.capabilities());
    }
    if (!conditions.isEmpty()) {
      manifest.set("conditions", conditions);
    }
    if (traits.type().equals("content")) {
      ArrayNode fields = manifest.putObject("discovery").putArray("fields");
      fields.addObject().put("name", "host.name");
      fields.addObject().put("name", traits.stream() + ".id");
    }
  }

  private void agent(ObjectNode conditions, String version) {
    if (!traits.type().equals("content")) {
      conditions.putObject("agent").put("version", version);
    }
  }

  private void template(ObjectNode template, Traits.Template traits) {
    template
        .put("name", traits.name())
        .put("title", traits.title())
        .put("description", traits.description());
    if (this.traits.type().equals("input")) {
      template
          .put("type", "logs")
          .put("input", traits.input())
          .put("template_path", "input.yml.hbs");
      return;
    }
    if (!traits.categories().isEmpty()) {
      texts(template, "categories", traits.categories());
    }
    template
        .putArray("inputs")
        .addObject()
        .put("type", traits.input())
        .put("title", traits.title())
        .put("description", traits.description());
  }

  private ObjectNode streamManifest() {
    return object().put("title", traits.title() + " " + traits.stream()).put("type", "logs");
  }

  private String changelog() {
    int first = Math.max(0, versions.size() - CHANGES);
    StringBuilder text = new StringBuilder();
    for (String version : versions.subList(first, versions.size()).reversed()) {
      text.append(
          """
          - version: "%s"
            changes:
              - description: Mend and extend what came with the version before.
                type: enhancement
                link: https://example.com/%s/changes/%s
          """
              .formatted(version, name(), version));
    }
    return text.toString();
  }

  private String readme() {
    return """
    # %s
    %s

    ## Data streams
    `%s` collects what %s writes. Each event has the time at which it happened.
    """
        .formatted(traits.title(), traits.description(), traits.stream(), traits.title());
  }

  private String icon() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">
      <title>%s</title>
      <rect x="4" y="4" width="24" height="24" rx="%d" fill="#%06x"/>
    </svg>
    """
        .formatted(traits.title(), name().length() % 12, name().hashCode() & 0xffffff);
  }

  private String ownField() {
    return """
    - name: %s.%s.id
      type: keyword
      description: Number of the event.
    """
        .formatted(name(), traits.stream());
  }

  private static void texts(ObjectNode object, String key, List<String> values) {
    ArrayNode array = object.putArray(key);
    values.forEach(array::add);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
