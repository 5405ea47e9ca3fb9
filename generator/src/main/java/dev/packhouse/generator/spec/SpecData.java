package dev.packhouse.generator.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the spec's files, which are packed into the jar. */
final class SpecData {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SpecData() {}

  /**
   * @param name below the folder of the spec, without the ending
   */
  static JsonNode read(String name) {
    try (InputStream in = SpecData.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the spec has no " + name);
      }
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
