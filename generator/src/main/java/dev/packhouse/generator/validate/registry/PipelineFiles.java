package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ingest pipelines of a data stream.
 *
 * @param folder of the pipelines, below the package
 * @param paths everything directly in it, folders too, sorted
 */
public record PipelineFiles(String folder, List<String> paths) {
  public static PipelineFiles of(RawPackage raw, String dataStream) {
    String folder = dataStream + "/elasticsearch/ingest_pipeline";
    return new PipelineFiles(folder, Entries.directlyIn(raw, folder));
  }

  public boolean hasDefault() {
    return paths.contains(folder + "/default.yml") || paths.contains(folder + "/default.json");
  }

  /** The files that a pipeline of this name may stand in, and does. */
  List<String> named(String name) {
    return Stream.of(folder + "/" + name + ".json", folder + "/" + name + ".yml")
        .filter(paths::contains)
        .toList();
  }
}
