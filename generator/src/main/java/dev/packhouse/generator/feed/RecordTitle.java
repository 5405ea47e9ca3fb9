package dev.packhouse.generator.feed;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a search record says of a version for people. It is read only as far as that goes: records
 * are long, and there are many.
 */
record RecordTitle(Optional<String> title, String description) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * @param record of a search: title and description are among the first of its keys
   */
  static RecordTitle read(byte[] record) {
    Optional<String> title = Optional.empty();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), record)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        json.nextToken();
        if (key.equals("description")) {
          return new RecordTitle(title, json.getValueAsString(""));
        }
        if (key.equals("title")) {
          title = Optional.ofNullable(json.getValueAsString()).filter(it -> !it.isBlank());
        }
        json.skipChildren();
      }
    }
    return new RecordTitle(title, "");
  }
}
