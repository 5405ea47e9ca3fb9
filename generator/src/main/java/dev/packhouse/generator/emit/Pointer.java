package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code current.json} says: the one file whose change makes a new registry.
 *
 * @param generation the one that counts
 * @param older those that are kept beside it, from the newest to the oldest
 * @param generator what made the listings and the index; another text means other bytes
 */
record Pointer(String generation, List<String> older, String generator) {
  Pointer {
    older = List.copyOf(older);
  }

  /** Empty if nothing was ever published here. */
  static Optional<Pointer> read(Path out) throws IOException {
    Path file = out.resolve(RegistryLayout.POINTER);
    try {
      return Optional.of(from(Json.MAPPER.readTree(Files.readString(file)), file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  private static Pointer from(JsonNode json, Path file) throws IOException {
    int format = json.required("format").intValue();
    if (format > RegistryLayout.FORMAT) {
      throw new IOException(
          "%s was written by a newer generator (format %d, this one knows %d)"
              .formatted(file, format, RegistryLayout.FORMAT));
    }
    List<String> older = json.path("older").values().stream().map(JsonNode::stringValue).toList();
    return new Pointer(
        json.required("generation").stringValue(), older, json.path("generator").asString(""));
  }

  byte[] toJson() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("format", RegistryLayout.FORMAT)
        .put("generation", generation)
        .put("generator", generator);
    older.forEach(json.putArray("older")::add);
    return Json.line(json);
  }
}
