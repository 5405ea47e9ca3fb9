package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of a generation, as it was written.
 *
 * @param path below the generation's folder
 * @param size in bytes
 * @param madeOf names all that it is made of, where that is less work to know than its content
 */
record ListedFile(String path, long size, String sha256, Optional<String> madeOf) {
  /** Reads what {@link #toJson} writes; of anything else, it is a file that lies nowhere. */
  static ListedFile parse(String line) {
    JsonNode json = Json.MAPPER.readTree(line);
    return new ListedFile(
        json.path("path").asString(""),
        json.path("size").asLong(-1),
        json.path("sha256").asString(""),
        Optional.of(json.path("madeOf").asString("")).filter(source -> !source.isEmpty()));
  }

  ObjectNode toJson() {
    ObjectNode json =
        Json.MAPPER.createObjectNode().put("path", path).put("size", size).put("sha256", sha256);
    madeOf.ifPresent(source -> json.put("madeOf", source));
    return json;
  }

  boolean isMadeOf(String source) {
    return madeOf.orElse(sha256).equals(source);
  }

  /** Whether it lies there with its size. */
  boolean isIn(Path folder) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) && Files.size(file) == size;
  }
}
