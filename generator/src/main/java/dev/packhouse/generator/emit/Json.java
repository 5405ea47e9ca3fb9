package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.AsciiJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this package writes it: ASCII, keys in the order in which they were put. */
final class Json {
  static final JsonMapper MAPPER = AsciiJson.MAPPER;

  private Json() {}

  /**
   * Reads a file that this package wrote.
   *
   * @throws IOException if it holds something else; the message names it
   */
  static ObjectNode read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (MAPPER.readTree(in) instanceof ObjectNode object) {
        return object;
      }
      throw new IOException(file + " is no JSON object");
    } catch (JacksonException damaged) {
      throw new IOException(file + " is damaged: " + damaged.getOriginalMessage(), damaged);
    }
  }

  static byte[] line(JsonNode json) {
    return text(json).getBytes(StandardCharsets.US_ASCII);
  }

  /** A line of ASCII. */
  static String text(JsonNode json) {
    return MAPPER.writeValueAsString(json) + "\n";
  }
}
