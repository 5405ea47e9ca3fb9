package dev.packhouse.generator.model;

import static dev.packhouse.generator.model.RecordKey.anyObject;
import static dev.packhouse.generator.model.RecordKey.anything;
import static dev.packhouse.generator.model.RecordKey.count;
import static dev.packhouse.generator.model.RecordKey.flag;
import static dev.packhouse.generator.model.RecordKey.many;
import static dev.packhouse.generator.model.RecordKey.one;
import static dev.packhouse.generator.model.RecordKey.text;
import static dev.packhouse.generator.model.RecordKey.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two records of a package version: the short one of {@code /search}, and the full one of
 * {@code /package/{name}/{version}/}, and the other objects that a registry answers with. Names and
 * order are those that registry clients know.
 */
public final class RecordShapes {
  private static final RecordShape REPLACED_BY =
      RecordShape.of(
          "replaced_by",
          text("package"),
          text("policy_template"),
          text("input"),
          text("data_stream"),
          text("variable"));

  public static final RecordShape DEPRECATED =
      RecordShape.of(
          "deprecated",
          text("since").always(),
          text("description").always(),
          one("replaced_by", REPLACED_BY));

  private static final RecordShape IMAGE =
      RecordShape.of(
          "image",
          text("src").always(),
          text("path").always(),
          text("title"),
          text("size"),
          text("type"));

  private static final RecordShape VAR =
      RecordShape.of(
          "var",
          text("name").always(),
          text("type").always(),
          text("title"),
          text("description"),
          flag("multi").always(),
          flag("required").always(),
          flag("show_user").always(),
          anything("default"),
          one("deprecated", DEPRECATED));

  private static final RecordShape STREAM =
      RecordShape.of(
          "stream",
          text("input"),
          text("package"),
          many("vars", VAR),
          text("data_stream"),
          text("template_path"),
          text("title"),
          text("description"),
          flag("enabled").given(),
          text("ingestion_method"));

  private static final RecordShape INPUT =
      RecordShape.of(
          "input",
          text("type"),
          text("package"),
          many("vars", VAR),
          text("title"),
          text("description"),
          many("streams", STREAM),
          text("template_path"),
          text("input_group"),
          texts("deployment_modes"),
          one("deprecated", DEPRECATED));

  private static final RecordShape DEPLOYMENT_MODES =
      RecordShape.of(
          "deployment_modes",
          one("default", RecordShape.of("default", flag("enabled").always())),
          one(
              "agentless",
              RecordShape.of(
                  "agentless",
                  flag("enabled").always(),
                  flag("is_default").given(),
                  text("release"))));

  private static final RecordShape SHORT_POLICY_TEMPLATE =
      RecordShape.of(
          "policy_template",
          text("name").always(),
          text("title").always(),
          text("description").always(),
          many("icons", IMAGE),
          texts("categories"),
          one("deployment_modes", DEPLOYMENT_MODES),
          texts("data_streams"),
          one("deprecated", DEPRECATED));

  private static final RecordShape POLICY_TEMPLATE =
      RecordShape.of(
          "policy_template",
          text("name").always(),
          text("title").always(),
          text("description").always(),
          texts("data_streams"),
          many("inputs", INPUT),
          flag("multiple").given(),
          many("icons", IMAGE),
          texts("categories"),
          many("screenshots", IMAGE),
          text("readme"),
          one("deployment_modes", DEPLOYMENT_MODES),
          text("type"),
          text("input"),
          text("ingestion_method"),
          text("template_path"),
          one("deprecated", DEPRECATED));

  private static final RecordShape CONDITIONS =
      RecordShape.of(
          "conditions",
          one("kibana", RecordShape.of("kibana", text("version").always())),
          one(
              "elastic",
              RecordShape.of("elastic", text("subscription").always(), texts("capabilities"))),
          one("agent", RecordShape.of("agent", text("version").always())));

  private static final RecordShape NAMED = RecordShape.of("discovery", text("name").always());

  private static final RecordShape DISCOVERY =
      RecordShape.of("discovery", many("fields", NAMED), many("datasets", NAMED));

  private static final RecordShape REQUIRED_PACKAGE =
      RecordShape.of("requires", text("package").always(), text("version").always());

  private static final RecordShape REQUIRES =
      RecordShape.of(
          "requires", many("input", REQUIRED_PACKAGE), many("content", REQUIRED_PACKAGE));

  private static final RecordShape AGENT =
      RecordShape.of("agent", one("privileges", RecordShape.of("privileges", flag("root"))));

  private static final RecordShape SHORT_DATA_STREAM =
      RecordShape.of(
          "data_stream",
          text("type"),
          text("dataset").always(),
          text("title").always(),
          one("deprecated", DEPRECATED));

  private static final RecordShape DATA_STREAM_ELASTICSEARCH =
      RecordShape.of(
          "elasticsearch",
          anyObject("index_template.settings"),
          anyObject("index_template.mappings"),
          text("ingest_pipeline.name"),
          one("privileges", RecordShape.of("privileges", texts("indices"))));

  public static final RecordShape DATA_STREAM =
      RecordShape.of(
          "data_stream",
          text("type").always(),
          text("dataset"),
          flag("hidden"),
          text("ilm_policy"),
          flag("dataset_is_prefix"),
          text("title").always(),
          text("release"),
          text("ingest_pipeline"),
          many("streams", STREAM),
          text("package"),
          one("elasticsearch", DATA_STREAM_ELASTICSEARCH),
          one("agent", AGENT),
          text("path"),
          one("deprecated", DEPRECATED));

  private static final RecordShape ELASTICSEARCH =
      RecordShape.of(
          "elasticsearch", one("privileges", RecordShape.of("privileges", texts("cluster"))));

  /** What of a package's manifest is read; data streams come from manifests of their own. */
  public static final RecordShape FULL = full();

  public static final RecordShape SHORT = shortRecord();

  /** Where a text was found: passages of HTML by what was looked into. */
  private static final RecordShape HIGHLIGHT =
      RecordShape.of(
          "highlight",
          texts("title"),
          texts("policy_template"),
          texts("description"),
          texts("category"),
          texts("data_stream"),
          texts("field"),
          texts("readme"));

  /**
   * An entry of {@code /search}: what clients want of a short record, and where a text was found.
   */
  public static final RecordShape FOUND = found();

  /** An entry of {@code /categories}. */
  public static final RecordShape CATEGORY =
      RecordShape.of(
          "category",
          text("id").always(),
          text("title").always(),
          count("count"),
          text("parent_id"),
          text("parent_title"));

  private static final RecordShape FACET =
      RecordShape.of("facet", text("value").always(), text("title"), count("count"));

  /** What {@code /search/facets} answers. */
  public static final RecordShape FACETS =
      RecordShape.of(
          "facets",
          count("total"),
          many("category", FACET).always(),
          many("type", FACET).always(),
          many("owner", FACET).always(),
          many("subscription", FACET).always(),
          many("release", FACET).always(),
          many("spec_version", FACET).always());

  /** An entry of {@code /suggest}. */
  public static final RecordShape SUGGESTION =
      RecordShape.of("suggestion", text("name").always(), text("title").always());

  /** What {@code /} answers. */
  public static final RecordShape SERVICE =
      RecordShape.of("service", text("service.name").always(), text("service.version").always());

  /** An entry of {@code /changes.json}. */
  public static final RecordShape CHANGE =
      RecordShape.of(
          "change",
          count("cursor"),
          text("generation").always(),
          text("time").always(),
          text("kind").always(),
          text("name").always(),
          text("version").always());

  private RecordShapes() {}

  private static RecordShape shortRecord() {
    List<RecordKey> keys = new ArrayList<>(beforePolicyTemplates());
    keys.add(many("policy_templates", SHORT_POLICY_TEMPLATE));
    keys.addAll(betweenPolicyTemplatesAndDataStreams());
    keys.add(many("data_streams", SHORT_DATA_STREAM));
    keys.addAll(behindDataStreams());
    return new RecordShape("manifest", keys);
  }

  private static RecordShape found() {
    Stream<RecordKey> wanted = SHORT.keys().stream().map(RecordKey::given);
    return new RecordShape(
        "search_record",
        Stream.concat(wanted, Stream.of(one(HIGHLIGHT.name(), HIGHLIGHT))).toList());
  }

  private static RecordShape full() {
    List<RecordKey> keys = new ArrayList<>(beforePolicyTemplates());
    keys.addAll(betweenPolicyTemplatesAndDataStreams());
    keys.addAll(behindDataStreams());
    keys.addAll(
        List.of(
            text("format_version").always(),
            text("readme"),
            text("license"),
            many("screenshots", IMAGE),
            texts("assets"),
            many("policy_templates", POLICY_TEMPLATE),
            many("data_streams", DATA_STREAM),
            many("vars", VAR),
            one("elasticsearch", ELASTICSEARCH),
            one("agent", AGENT)));
    return new RecordShape("manifest", keys);
  }

  private static List<RecordKey> beforePolicyTemplates() {
    return List.of(
        text("name").always(),
        text("title").given(),
        text("version").always(),
        text("release"),
        one("source", RecordShape.of("source", text("license"))),
        text("description").always(),
        text("type").always(),
        text("download").always(),
        text("path").always(),
        many("icons", IMAGE),
        text("policy_templates_behavior"));
  }

  private static List<RecordKey> betweenPolicyTemplatesAndDataStreams() {
    return List.of(
        one("conditions", CONDITIONS),
        one("owner", RecordShape.of("owner", text("type"), text("github"))),
        texts("categories"),
        text("signature_path"),
        one("discovery", DISCOVERY).notHollow());
  }

  private static List<RecordKey> behindDataStreams() {
    return List.of(one("deprecated", DEPRECATED), one("requires", REQUIRES), text("group"));
  }
}
