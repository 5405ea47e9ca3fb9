package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A package whose manifests could be read.
 *
 * @param manifest the manifest as it stands in the file, dotted keys nested
 * @param record what the record has of it, values of the right kind
 */
public record Subject(
    RawPackage raw,
    Value.Mapping manifest,
    ObjectNode record,
    List<DataStream> dataStreams,
    Places places) {
  public Subject {
    dataStreams = List.copyOf(dataStreams);
  }

  /** What the author wrote for a key of the manifest: of a number, the record has another text. */
  String written(String key) {
    return manifest.find(key).flatMap(Value::asWritten).orElse("");
  }

  /**
   * A data stream whose manifest could be read.
   *
   * @param path its folder below the package
   * @param record what the record has of it, defaults filled in
   */
  public record DataStream(String path, ObjectNode record) {
    public String manifest() {
      return path + "/" + RawPackage.MANIFEST;
    }

    /** The folder's own name. */
    public String folder() {
      return path.substring(path.indexOf('/') + 1);
    }
  }
}
