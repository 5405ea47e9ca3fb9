package dev.packhouse.generator.cli;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How commands print JSON. */
public final class PrintedJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Some characters steer a terminal.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final String DELETE = "\u007f";

  private PrintedJson() {}

  /** Fit for a terminal, whatever texts are in it: of ASCII, only this one would be left. */
  public static String of(Object json) {
    return MAPPER.writeValueAsString(json).replace(DELETE, "\\u007f");
  }
}
