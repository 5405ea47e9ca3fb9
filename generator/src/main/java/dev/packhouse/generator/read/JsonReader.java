package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON file into values that know their place. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(Documents.LARGEST)
                  .build())
          .build();

  private JsonReader() {}

  static Document read(String file, byte[] bytes) {
    return switch (Utf8Text.decode(file, bytes)) {
      case Utf8Text.Broken(var finding) -> new Document.Broken(finding);
      case Utf8Text.Good(String text) -> parse(file, text);
    };
  }

  private static Document parse(String file, String text) {
    try (JsonParser parser =
        FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Value value = value(parser);
      if (parser.nextToken() != null) {
        return broken(file, place(parser), "more stands behind the end of the value");
      }
      return new Document.Parsed(value, List.of());
    } catch (JacksonException invalid) {
      TokenStreamLocation at = invalid.getLocation();
      Place place =
          at == null
              ? Place.START
              : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
      return broken(file, place, invalid.getOriginalMessage());
    }
  }

  private static Document broken(String file, Place place, String problem) {
    return new Document.Broken(
        ReadFindings.error(
            "json.syntax",
            file,
            place,
            "This is not JSON: " + problem + ".",
            "Mend the syntax at this place, or just before it."));
  }

  private static Value value(JsonParser parser) {
    Place place = place(parser);
    JsonToken token = parser.currentToken();
    if (token == null) {
      return new Value.Null(place);
    }
    return switch (token) {
      case START_OBJECT -> object(parser, place);
      case START_ARRAY -> array(parser, place);
      case VALUE_STRING -> new Value.Text(place, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(place, parser.getBooleanValue());
      case VALUE_NUMBER_INT -> new Value.Whole(place, parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> new Value.Decimal(place, parser.getDoubleValue());
      case VALUE_NULL -> new Value.Null(place);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static Value object(JsonParser parser, Place place) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      Place keyPlace = place(parser);
      parser.nextToken();
      entries.put(key, new Value.Entry(keyPlace, true, value(parser)));
    }
    return new Value.Mapping(place, entries);
  }

  private static Value array(JsonParser parser, Place place) {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Value.Sequence(place, items);
  }

  private static Place place(JsonParser parser) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
