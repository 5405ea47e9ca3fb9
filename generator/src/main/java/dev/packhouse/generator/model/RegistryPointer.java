package dev.packhouse.generator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link RegistryLayout#POINTER} says: the one file whose change makes a new registry.
 *
 * @param generation the one that counts
 * @param older those that are kept beside it, from that which counted last
 * @param generator what made the listings and the index; another text means other bytes, and none
 *     that nobody knows
 */
public record RegistryPointer(String generation, List<String> older, String generator) {
  /** Generations are folders, so no other text may become part of a path. */
  private static final Pattern GENERATION = Pattern.compile("[0-9]{1,18}");

  public RegistryPointer {
    older = List.copyOf(older);
  }

  /** Reads the text of the file. The reason stands behind the file's name. */
  public static ParseResult<RegistryPointer> parse(String text) {
    Content content;
    try {
      content = Content.read(text);
    } catch (JacksonException damaged) {
      return new ParseResult.Rejected<>("it is no JSON");
    }
    if (content.format > RegistryLayout.FORMAT) {
      return new ParseResult.Rejected<>(
          "it has format %d, and this release of Packhouse reads %d"
              .formatted(content.format, RegistryLayout.FORMAT));
    }
    if (content.format < 1
        || !isGeneration(content.generation)
        || !content.older.stream().allMatch(RegistryPointer::isGeneration)) {
      return new ParseResult.Rejected<>("it names no generation");
    }
    return new ParseResult.Parsed<>(
        new RegistryPointer(content.generation, content.older, content.generator));
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

  /** Whether a text can be the id of a generation. */
  public static boolean isGeneration(String text) {
    return GENERATION.matcher(text).matches();
  }

  /** All that it names: the one that counts, then the others. */
  public List<String> generations() {
    return Stream.concat(Stream.of(generation), older.stream()).toList();
  }

  /**
   * What the file says, good or not. Read token by token, because every server reads it at its
   * start, and to set up what reads trees would take a tenth of that.
   */
  private static final class Content {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> older = new ArrayList<>();
    private int format;
    private String generation = "";
    private String generator = "";

    /**
     * @throws JacksonException it is no JSON
     */
    static Content read(String text) {
      Content content = new Content();
      try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
        if (json.nextToken() == JsonToken.START_OBJECT) {
          content.readObject(json);
        }
        json.skipChildren();
        if (json.nextToken() != null) {
          throw new StreamReadException(json, "something follows");
        }
      }
      return content;
    }

    private void readObject(JsonParser json) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "format" -> format = json.getValueAsInt(0);
          case "generation" -> generation = json.getValueAsString("");
          case "generator" -> generator = json.getValueAsString("");
          case "older" -> readOlder(json);
          default -> {}
        }
        json.skipChildren();
      }
    }

    private void readOlder(JsonParser json) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          older.add(json.getValueAsString(""));
          json.skipChildren();
        }
      }
    }
  }
}
