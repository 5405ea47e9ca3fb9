package dev.packhouse.generator.cli;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How commands print JSON. */
final class PrintedJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Some characters steer a terminal.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private PrintedJson() {}
}
