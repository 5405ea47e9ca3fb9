package dev.packhouse.server.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what registries answer. */
final class RegistryJson {
  private RegistryJson() {}

  /**
   * A list of records.
   *
   * @param place which answer that is, for people
   */
  static List<ObjectNode> records(byte[] json, String place) throws IOException {
    if (!(read(json).orElse(null) instanceof ArrayNode array)) {
      throw new IOException(place + " is no list of packages: that is no package registry");
    }
    List<ObjectNode> records = new ArrayList<>();
    for (JsonNode each : array) {
      records.add(checked(each, place));
    }
    return records;
  }

  static ObjectNode record(byte[] json, String place) throws IOException {
    Optional<JsonNode> node = read(json);
    if (node.isEmpty()) {
      throw new IOException(place + " is no JSON");
    }
    return checked(node.get(), place);
  }

  /** Without name and version nobody knows what it is about. */
  private static ObjectNode checked(JsonNode node, String place) throws IOException {
    if (node instanceof ObjectNode record
        && record.path("name").isString()
        && record.path("version").isString()) {
      return record;
    }
    throw new IOException(place + " holds something that is no record of a package");
  }

  private static Optional<JsonNode> read(byte[] json) {
    try {
      return Optional.of(JsonMapper.shared().readTree(json));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }
}
