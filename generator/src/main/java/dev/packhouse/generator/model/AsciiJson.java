package dev.packhouse.generator.model;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Packhouse writes it: compact, ASCII, keys in the order in which they were put. */
public final class AsciiJson {
  public static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  private AsciiJson() {}

  public static byte[] bytes(JsonNode json) {
    return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.US_ASCII);
  }
}
