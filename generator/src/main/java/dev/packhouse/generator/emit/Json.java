package dev.packhouse.generator.emit;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this package writes it: ASCII, keys in the order in which they were put. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  private Json() {}

  static byte[] line(JsonNode json) {
    return (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
