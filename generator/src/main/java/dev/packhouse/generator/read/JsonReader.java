package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON file into values that know their place. */
final class JsonReader {
  private static final int DEEPEST = 200;
  private static final int MOST_DIGITS = 1_000;

  /** Levels of values in an outline: an object, a list in it, and what its items are. */
  private static final int OUTLINED = 3;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(MOST_DIGITS)
                  .maxStringLength(Documents.LARGEST)
                  .maxNameLength(Documents.LARGEST)
                  .build())
          .build();

  /** What the library says of its own settings, which no author can change. */
  private static final Pattern SETTINGS = Pattern.compile("(?s): enable `.*| \\(not recognized.*");

  private final String file;
  private final JsonParser parser;
  private final Optional<Place> around;

  /** Levels of values that are kept. */
  private final int kept;

  /** Offsets of the second halves of characters that take two units of the text. */
  private final int[] halves;

  private final List<Finding> warnings = new ArrayList<>();
  private int values;
  private long characters;

  private JsonReader(
      String file, JsonParser parser, String text, Optional<Place> around, int kept) {
    this.file = file;
    this.parser = parser;
    this.around = around;
    this.kept = kept;
    halves =
        IntStream.range(0, text.length())
            .filter(at -> Character.isLowSurrogate(text.charAt(at)))
            .toArray();
  }

  static Document read(String file, byte[] bytes) {
    return switch (Utf8Text.decode(file, bytes)) {
      case Utf8Text.Broken(var finding) -> new Document.Broken(finding);
      case Utf8Text.Good(String text) -> {
        Document document = parse(file, text, Optional.empty());
        yield Utf8Text.isMarked(bytes) ? marked(file, document) : document;
      }
    };
  }

  /** The standard forbids the mark, and many programs take what follows it for no JSON. */
  private static Document marked(String file, Document document) {
    if (!(document instanceof Document.Parsed(Value value, List<Finding> others))) {
      return document;
    }
    List<Finding> all = new ArrayList<>(others);
    all.add(
        ReadFindings.warning(
            "json.byte_order_mark",
            file,
            Place.START,
            "The file begins with a byte order mark, which no editor shows and JSON may not have.",
            "Save the file as UTF-8 without a byte order mark."));
    return new Document.Parsed(value, all);
  }

  /** All values are at the place of the text in which they stand. */
  static Document read(String file, Value.Text text) {
    return parse(file, text.value(), Optional.of(text.place()));
  }

  private static Document parse(String file, String text, Optional<Place> around) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(file, parser, text, around, /* kept= */ Integer.MAX_VALUE).document();
    }
  }

  /**
   * The outline of a file of any length: objects and lists on the third level are empty, and what
   * stands in them is only looked at for its syntax.
   *
   * @throws IOException if the file cannot be read
   */
  static Document outline(String file, InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, Utf8Text.MARK);
    byte[] start = bytes.readNBytes(Utf8Text.MARK);
    boolean isMarked = Utf8Text.isMarked(start);
    if (!isMarked) {
      bytes.unread(start);
    }
    Reader text = new OneUnitReader(new InputStreamReader(bytes, Utf8Text.decoder()));
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Document document = new JsonReader(file, parser, "", Optional.empty(), OUTLINED).document();
      return isMarked ? marked(file, document) : document;
    } catch (JacksonIOException failed) {
      if (failed.getCause() instanceof CharacterCodingException) {
        return new Document.Broken(Utf8Text.notUtf8(file, Optional.empty()));
      }
      throw failed.getCause();
    }
  }

  private Document document() {
    try {
      parser.nextToken();
      Value value = value();
      return parser.nextToken() == null
          ? new Document.Parsed(value, warnings)
          : broken(place(), "more stands behind the end of the value");
    } catch (TooMuch broken) {
      return new Document.Broken(broken.finding);
    } catch (JacksonIOException unreadable) {
      throw unreadable;
    } catch (JacksonException invalid) {
      TokenStreamLocation at = invalid.getLocation();
      return broken(place(at == null ? parser.currentLocation() : at), problem(invalid));
    }
  }

  private static String problem(JacksonException invalid) {
    return switch (invalid) {
      case UnexpectedEndOfInputException _ -> "the file ends in the middle of a value";
      case StreamConstraintsException _ ->
          "values are nested more than %s levels deep, a number has more than %s digits, or a text"
                  .formatted(DEEPEST, MOST_DIGITS)
              + " more than %s characters".formatted(Documents.LARGEST);
      default -> SETTINGS.matcher(invalid.getOriginalMessage()).replaceFirst("");
    };
  }

  private Document broken(Place place, String problem) {
    return new Document.Broken(
        ReadFindings.error(
            "json.syntax",
            file,
            place,
            "This is not JSON: " + problem + ".",
            "Mend the syntax at this place, or just before it."));
  }

  private Value value() {
    Place place = counted(place());
    JsonToken token = parser.currentToken();
    if (token == null) {
      return new Value.Null(place);
    }
    return switch (token) {
      case START_OBJECT -> object(place);
      case START_ARRAY -> array(place);
      case VALUE_STRING -> new Value.Text(place, held(place, parser.getString()));
      case VALUE_TRUE, VALUE_FALSE ->
          new Value.Flag(place, parser.getBooleanValue(), parser.getString());
      case VALUE_NUMBER_INT ->
          new Value.Whole(place, parser.getBigIntegerValue(), held(place, parser.getString()));
      case VALUE_NUMBER_FLOAT ->
          new Value.Decimal(place, parser.getDoubleValue(), held(place, parser.getString()));
      case VALUE_NULL -> new Value.Null(place);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private Value object(Place place) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    if (isDeepest()) {
      parser.skipChildren();
      return new Value.Mapping(place, entries);
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Place keyPlace = counted(place());
      String key = held(keyPlace, parser.currentName());
      parser.nextToken();
      Value.Entry before = entries.put(key, new Value.Entry(keyPlace, true, value()));
      if (before != null) {
        warnings.add(
            ReadFindings.duplicateKey(
                "json.duplicate_key", file, keyPlace, key, before.keyPlace()));
      }
    }
    return new Value.Mapping(place, entries);
  }

  private Value array(Place place) {
    List<Value> items = new ArrayList<>();
    if (isDeepest()) {
      parser.skipChildren();
      return new Value.Sequence(place, items);
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Value.Sequence(place, items);
  }

  private boolean isDeepest() {
    return parser.streamReadContext().getNestingDepth() >= kept;
  }

  private Place counted(Place place) {
    if (++values > Documents.MOST_VALUES) {
      throw new TooMuch(ReadFindings.tooManyValues(file, place));
    }
    return place;
  }

  /** Only an outline, whose file may be longer, comes to so much. */
  private String held(Place place, String text) {
    characters += text.length();
    if (characters > Documents.LARGEST) {
      throw new TooMuch(
          ReadFindings.error(
              "file.size_limit",
              file,
              place,
              "The keys and values up to here have more than %d characters together."
                  .formatted(Documents.LARGEST),
              "Make the file smaller, or split it."));
    }
    return text;
  }

  private Place place() {
    return place(parser.currentTokenLocation());
  }

  private Place place(TokenStreamLocation at) {
    return around.orElseGet(
        () -> {
          int column = Math.max(1, at.getColumnNr());
          int end = (int) Math.max(0, at.getCharOffset());
          int before = halvesBefore(end) - halvesBefore(end - column + 1);
          return new Place(Math.max(1, at.getLineNr()), column - before);
        });
  }

  private int halvesBefore(int offset) {
    int found = Arrays.binarySearch(halves, offset);
    return found < 0 ? -found - 1 : found;
  }

  /** Ends the descent from any depth. */
  private static final class TooMuch extends RuntimeException {
    private final transient Finding finding;

    TooMuch(Finding finding) {
      super(null, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
      this.finding = finding;
    }
  }
}
