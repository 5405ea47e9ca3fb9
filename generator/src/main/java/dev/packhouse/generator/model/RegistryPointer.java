package dev.packhouse.generator.model;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link RegistryLayout#POINTER} says: the one file whose change makes a new registry.
 *
 * @param generation the one that counts
 * @param older those that are kept beside it, from the newest to the oldest
 * @param generator what made the listings and the index; another text means other bytes
 */
public record RegistryPointer(String generation, List<String> older, String generator) {
  /** Generations are folders, so no other text may become part of a path. */
  private static final Pattern GENERATION = Pattern.compile("[0-9]{1,18}");

  public RegistryPointer {
    older = List.copyOf(older);
  }

  /** Reads the text of the file. The reason stands behind the file's name. */
  public static ParseResult<RegistryPointer> parse(String text) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(text);
    } catch (JacksonException damaged) {
      return new ParseResult.Rejected<>("it is no JSON");
    }
    int format = json.path("format").asInt(0);
    if (format > RegistryLayout.FORMAT) {
      return new ParseResult.Rejected<>(
          "it has format %d, and this release of Packhouse reads %d"
              .formatted(format, RegistryLayout.FORMAT));
    }
    String generation = json.path("generation").asString("");
    List<String> older = json.path("older").values().stream().map(id -> id.asString("")).toList();
    if (format < 1 || !isId(generation) || !older.stream().allMatch(RegistryPointer::isId)) {
      return new ParseResult.Rejected<>("it names no generation");
    }
    return new ParseResult.Parsed<>(
        new RegistryPointer(generation, older, json.path("generator").asString("")));
  }

  /** What {@link #parse} reads. */
  public ObjectNode toJson() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("format", RegistryLayout.FORMAT)
        .put("generation", generation)
        .put("generator", generator);
    ArrayNode ids = json.putArray("older");
    older.forEach(ids::add);
    return json;
  }

  private static boolean isId(String text) {
    return GENERATION.matcher(text).matches();
  }
}
