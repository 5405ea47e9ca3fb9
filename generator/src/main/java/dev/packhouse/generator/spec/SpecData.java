package dev.packhouse.generator.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the spec's files, which are packed into the jar. */
final class SpecData {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

  private SpecData() {}

  /**
   * Gives the same node each time, which nobody may change.
   *
   * @param name below the folder of the spec, without the ending
   */
  static JsonNode read(String name) {
    return READ.computeIfAbsent(name, SpecData::load);
  }

  private static JsonNode load(String name) {
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
