package dev.packhouse.generator.validate;

import static dev.packhouse.generator.model.Trees.object;
import static dev.packhouse.generator.model.Trees.objects;
import static dev.packhouse.generator.model.Trees.text;
import static dev.packhouse.generator.model.Trees.texts;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.IngestionMethods;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.registry.PipelineFiles;
import dev.packhouse.generator.validate.registry.Subject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what a record has and a manifest does not say, or leaves out. */
final class DerivedValues {
  private static final String DEFAULT_PIPELINE = "default";

  private final RawPackage raw;
  private final ObjectNode record;
  private final String path;

  private DerivedValues(RawPackage raw, ObjectNode record) {
    this.raw = raw;
    this.record = record;
    path = "/package/" + text(record, "name") + "/" + text(record, "version");
  }

  /** Adds to the package's record, and to those of its data streams, which become part of it. */
  static void addTo(RawPackage raw, ObjectNode record, List<Subject.DataStream> dataStreams) {
    DerivedValues derived = new DerivedValues(raw, record);
    derived.packageValues();
    derived.policyTemplates();
    record.remove("data_streams");
    if (!dataStreams.isEmpty()) {
      ArrayNode array = record.putArray("data_streams");
      dataStreams.forEach(stream -> array.add(derived.dataStream(stream)));
    }
  }

  private void packageValues() {
    record.remove(List.of("download", "signature_path"));
    setMissing(record, "type", "integration");
    setMissing(record, "release", Releases.byVersion(text(record, "version")));
    String subscription = text(record, "conditions", "elastic", "subscription");
    setMissing(record, "license", subscription.isEmpty() ? "basic" : subscription);
    record.put("path", path);
    record.put("readme", path + "/docs/README.md");
    knownCategoriesOnly();
    images(record, "icons");
    images(record, "screenshots");
    record.remove("assets");
    ArrayNode assets = record.putArray("assets");
    Assets.of(raw.files().keySet()).forEach(asset -> assets.add(path + "/" + asset));
  }

  /** A rule warns about the others. */
  private void knownCategoriesOnly() {
    List<String> known =
        texts(record, "categories").stream()
            .filter(id -> Categories.standard().find(id).isPresent())
            .toList();
    record.remove("categories");
    ArrayNode categories = record.putArray("categories");
    known.forEach(categories::add);
  }

  private void policyTemplates() {
    boolean isInputPackage = text(record, "type").equals("input");
    for (ObjectNode template : objects(record, "policy_templates")) {
      if (!template.has("multiple")) {
        template.put("multiple", true);
      }
      images(template, "icons");
      images(template, "screenshots");
      String readme = CleanPath.of("docs/" + text(template, "name") + ".md");
      if (raw.files().containsKey(readme)) {
        template.put("readme", path + "/" + readme);
      }
      String input = text(template, "input");
      if (isInputPackage && !input.isEmpty()) {
        template.put("ingestion_method", IngestionMethods.of(input).orElse(""));
      }
    }
  }

  private void images(ObjectNode owner, String key) {
    for (ObjectNode image : objects(owner, key)) {
      image.put("path", CleanPath.of(path + "/" + text(image, "src")));
    }
  }

  private ObjectNode dataStream(Subject.DataStream stream) {
    ObjectNode values = stream.record();
    String folder = stream.folder();
    setMissing(values, "dataset", text(record, "name") + "." + folder);
    setMissing(values, "release", text(record, "release"));
    setMissing(values, "package", text(record, "name"));
    values.put("path", folder);
    for (ObjectNode input : objects(values, "streams")) {
      if (!input.has("enabled")) {
        input.put("enabled", true);
      }
      setMissing(input, "template_path", "stream.yml.hbs");
      IngestionMethods.of(text(input, "input"))
          .ifPresent(method -> input.put("ingestion_method", method));
    }
    pipeline(stream, values);
    return values;
  }

  private void pipeline(Subject.DataStream stream, ObjectNode values) {
    if (!PipelineFiles.of(raw, stream.path()).hasDefault()) {
      return;
    }
    Optional<ObjectNode> elasticsearch = object(values, "elasticsearch");
    if (elasticsearch.isPresent() && text(elasticsearch.get(), "ingest_pipeline.name").isEmpty()) {
      elasticsearch.get().put("ingest_pipeline.name", DEFAULT_PIPELINE);
      values.put("ingest_pipeline", DEFAULT_PIPELINE);
    } else {
      setMissing(values, "ingest_pipeline", DEFAULT_PIPELINE);
    }
  }

  private static void setMissing(ObjectNode object, String key, String value) {
    if (text(object, key).isEmpty()) {
      object.put(key, value);
    }
  }
}
