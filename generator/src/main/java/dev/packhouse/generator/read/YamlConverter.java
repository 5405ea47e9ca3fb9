package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Turns the library's events into values: resolves scalars, follows aliases, merges. Goes without
 * the library's nodes, which take several times the memory of the values.
 */
final class YamlConverter {
  /** Values in values, with aliases written out. */
  static final int DEEPEST = 200;

  /**
   * Values that a file may hold with its aliases written out, which no file without aliases
   * exceeds; the largest real one has 40,000.
   */
  private static final long MOST_VALUES = 2L * Documents.MOST_VALUES;

  /** A long text counts as many values, one for each of so many characters. */
  private static final int CHARACTERS = 64;

  private static final String MERGE = "<<";

  private final String file;
  private final Parser parser;
  private final YamlPlaces places;
  private final List<Finding> warnings = new ArrayList<>();

  /** By name; nothing for what is being read, and so cannot stand in itself. */
  private final Map<String, @Nullable Converted> anchors = new HashMap<>();

  private int values;

  /** How many values were copied by merge keys, so that copying ends where aliases grow. */
  private long copied;

  /**
   * @param parser before the start of a document's content
   */
  YamlConverter(String file, Parser parser, YamlPlaces places) {
    this.file = file;
    this.parser = parser;
    this.places = places;
  }

  /**
   * A value, and what it comes to once aliases are written out.
   *
   * @param size how many values it is made of
   * @param height how many levels of values
   * @param scalar as it is written; a key is known by that
   */
  private record Converted(Value value, long size, int height, @Nullable ScalarEvent scalar) {}

  Document convert() {
    Converted result = visit((NodeEvent) parser.getEvent(), 1);
    if (result.size() > MOST_VALUES || copied > MOST_VALUES) {
      return new Document.Broken(
          ReadFindings.error(
              "yaml.alias_limit",
              file,
              result.value().place(),
              "With its aliases written out, the file holds too much.",
              "Use fewer aliases of aliases."));
    }
    return new Document.Parsed(result.value(), warnings);
  }

  private Converted visit(NodeEvent event, int depth) {
    if (++values > Documents.MOST_VALUES) {
      throw new TooManyValues(event.getStartMark());
    }
    if (depth > DEEPEST) {
      throw new TooDeep(event.getStartMark());
    }
    if (event instanceof AliasEvent alias) {
      return named(alias, depth);
    }
    String anchor = event.getAnchor();
    if (anchor != null) {
      anchors.put(anchor, null);
    }
    Converted result =
        switch (event) {
          case ScalarEvent scalar ->
              new Converted(scalar(scalar), 1 + scalar.getValue().length() / CHARACTERS, 1, scalar);
          case SequenceStartEvent sequence -> sequence(places.of(sequence.getStartMark()), depth);
          case MappingStartEvent mapping -> mapping(places.of(mapping.getStartMark()), depth);
          default -> throw new IllegalStateException("unknown event " + event.getEventId());
        };
    if (anchor != null) {
      anchors.put(anchor, result);
    }
    return result;
  }

  private Converted named(AliasEvent alias, int depth) {
    String anchor = alias.getAnchor();
    if (!anchors.containsKey(anchor)) {
      throw new Unreadable("there is no anchor " + anchor + " before this", alias.getStartMark());
    }
    Converted named = anchors.get(anchor);
    if (named == null) {
      throw new Unreadable("an alias stands inside what it names", alias.getStartMark());
    }
    if (depth + named.height() - 1 > DEEPEST) {
      throw new TooDeep(alias.getStartMark());
    }
    return named;
  }

  private Value scalar(ScalarEvent event) {
    Place place = places.of(event.getStartMark());
    String tag = event.getTag();
    String text = event.getValue();
    if (hasHalf(text)) {
      throw new Unreadable("an escape stands for half a character", event.getStartMark());
    }
    if (tag == null || tag.equals("!")) {
      return isPlain(event) ? ScalarResolver.resolve(place, text) : new Value.Text(place, text);
    }
    if (tag.equals(Tag.STR.getValue())
        || tag.equals(Tag.BINARY.getValue())
        || !tag.startsWith(Tag.PREFIX)) {
      return new Value.Text(place, text);
    }
    Value resolved = ScalarResolver.resolve(place, text);
    if (tag.equals(Tag.FLOAT.getValue()) && resolved instanceof Value.Whole whole) {
      return new Value.Decimal(place, whole.value().doubleValue(), text);
    }
    return resolved;
  }

  /** Whether it is unquoted and has no tag. */
  private static boolean isPlain(ScalarEvent event) {
    return event.getTag() == null && event.getImplicit().canOmitTagInPlainScalar();
  }

  /**
   * Whether one of a pair of surrogates stands without the other, which is in no text's encoding.
   */
  private static boolean hasHalf(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        return text.codePoints().anyMatch(YamlConverter::isHalf);
      }
    }
    return false;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private Converted sequence(Place place, int depth) {
    List<Value> items = new ArrayList<>();
    long size = 1;
    int height = 0;
    for (Event next = parser.getEvent(); !next.is(Event.ID.SequenceEnd); next = parser.getEvent()) {
      Converted item = visit((NodeEvent) next, depth + 1);
      items.add(item.value());
      size = add(size, item.size());
      height = Math.max(height, item.height());
    }
    return new Converted(new Value.Sequence(place, items), size, height + 1, null);
  }

  private Converted mapping(Place place, int depth) {
    Map<String, Value.Entry> own = new LinkedHashMap<>();
    Map<String, Value.Entry> merged = new LinkedHashMap<>();
    long size = 1;
    int height = 0;
    for (Event next = parser.getEvent(); !next.is(Event.ID.MappingEnd); next = parser.getEvent()) {
      NodeEvent keyEvent = (NodeEvent) next;
      ScalarEvent key = key(keyEvent, visit(keyEvent, depth + 1));
      NodeEvent valueEvent = (NodeEvent) parser.getEvent();
      Converted value = visit(valueEvent, depth + 1);
      size = add(size, value.size());
      height = Math.max(height, value.height());
      if (isPlain(key) && key.getValue().equals(MERGE)) {
        copied += value.size();
        if (copied <= MOST_VALUES) {
          merge(valueEvent.getStartMark(), value.value(), merged);
        }
      } else {
        put(own, key, value.value());
      }
    }
    merged.forEach(own::putIfAbsent);
    return new Converted(new Value.Mapping(place, own), size, height + 1, null);
  }

  private static ScalarEvent key(NodeEvent event, Converted key) {
    if (key.scalar() == null) {
      throw new Unreadable("a key is a list or an object", event.getStartMark());
    }
    return key.scalar();
  }

  private void put(Map<String, Value.Entry> own, ScalarEvent key, Value value) {
    Place place = places.of(key.getStartMark());
    boolean isText = scalar(key) instanceof Value.Text;
    Value.Entry before = own.put(key.getValue(), new Value.Entry(place, isText, value));
    if (before != null) {
      warnings.add(
          ReadFindings.duplicateKey(
              "yaml.duplicate_key", file, place, key.getValue(), before.keyPlace()));
    }
  }

  private static void merge(Mark place, Value value, Map<String, Value.Entry> merged) {
    switch (value) {
      case Value.Mapping mapping -> mapping.entries().forEach(merged::putIfAbsent);
      case Value.Sequence sequence -> sequence.items().forEach(item -> merge(place, item, merged));
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          throw new Unreadable("<< wants an object or a list of objects", place);
    }
  }

  private static long add(long size, long more) {
    return Math.min(size + more, MOST_VALUES + 1);
  }

  /** Joins the library's own complaints, which are all handled in one place. */
  private static final class Unreadable extends MarkedYAMLException {
    Unreadable(String problem, Mark mark) {
      super(null, null, problem, mark);
    }
  }

  /** Ends the reading before more is built than memory has room for. */
  static final class TooManyValues extends MarkedYAMLException {
    TooManyValues(Mark mark) {
      super(null, null, "too many values", mark);
    }
  }

  /** Ends the reading before the stack does. */
  static final class TooDeep extends MarkedYAMLException {
    TooDeep(Mark mark) {
      super(null, null, "values nested too deep", mark);
    }
  }
}
