package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a file, and its way there.
 *
 * @param file path below the package
 * @param name dotted, such as {@code policy_templates[nginx].inputs[0].vars}; empty for the whole
 *     file; the end of an overlong one is left out, but for a number that tells it from others
 */
public record Element(String file, String name, Value value) {
  /** In characters: names of values deep in others would take the square of their depth. */
  private static final int LONGEST_NAME = 1_000;

  public Element {
    name = shortened(name);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : ShortText.start(name, LONGEST_NAME - 10) + Integer.toHexString(name.hashCode());
  }

  /** The whole content of a file. */
  public static Element root(String file, Value value) {
    return new Element(file, "", value);
  }

  public Place place() {
    return value.place();
  }

  /** Where the key stands, or the object that should have it. */
  public Place placeOf(String key) {
    return value instanceof Value.Mapping mapping && mapping.entries().containsKey(key)
        ? mapping.entries().get(key).keyPlace()
        : place();
  }

  /** Whether the key stands here, whatever its value. */
  public boolean has(String key) {
    return value instanceof Value.Mapping mapping && mapping.entries().containsKey(key);
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return value instanceof Value.Mapping;
  }

  /** Whether a list stands under a key, even an empty one. */
  public boolean isList(String key) {
    return find(key).filter(it -> it.value() instanceof Value.Sequence).isPresent();
  }

  /**
   * Where a key would stand that is missing: behind the last one that should be before it.
   *
   * @param order in which authors write the keys
   */
  public Place placeFor(String key, List<String> order) {
    if (!(value instanceof Value.Mapping mapping)) {
      return place();
    }
    int at = order.indexOf(key);
    for (int i = at - 1; i >= 0; i--) {
      Optional<Value> before = mapping.find(order.get(i));
      if (before.isPresent()) {
        return end(before.get());
      }
    }
    return place();
  }

  /** Where the last value in a value begins. */
  private static Place end(Value value) {
    return switch (value) {
      case Value.Sequence(Place place, List<Value> items) ->
          items.isEmpty() ? place : end(items.getLast());
      case Value.Mapping(Place place, Map<String, Value.Entry> entries) ->
          entries.isEmpty() ? place : end(last(entries).value());
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          value.place();
    };
  }

  private static Value.Entry last(Map<String, Value.Entry> entries) {
    return new ArrayList<>(entries.values()).getLast();
  }

  /** What stands under a key; empty where this is no object, or nothing stands there. */
  public Optional<Element> find(String key) {
    return entry(key).filter(found -> !(found.value() instanceof Value.Null));
  }

  /** What stands under a key, also an explicit nothing; empty where this is no such object. */
  public Optional<Element> entry(String key) {
    return value instanceof Value.Mapping mapping
        ? mapping.find(key).map(found -> new Element(file, join(key), found))
        : Optional.empty();
  }

  /** What stands under several keys, one in the other. */
  public Optional<Element> find(String first, String... more) {
    return find(first).flatMap(it -> it.find(List.of(more)));
  }

  /** What stands under several keys, one in the other. */
  public Optional<Element> find(List<String> path) {
    Optional<Element> found = Optional.of(this);
    for (String key : path) {
      found = found.flatMap(it -> it.find(key));
    }
    return found;
  }

  /** The items of this list; none where it is no list. */
  public List<Element> items() {
    if (!(value instanceof Value.Sequence(var _, List<Value> values))) {
      return List.of();
    }
    List<Element> items = new ArrayList<>(values.size());
    for (Value item : values) {
      items.add(item(item, items.size()));
    }
    return items;
  }

  /** An item of this list, as its author knows it. */
  public Element item(Value item, int number) {
    return new Element(file, name + "[" + label(item, number) + "]", item);
  }

  /** The items of the list under a key; none where there is no list. */
  public List<Element> items(String key) {
    return find(key).map(Element::items).orElse(List.of());
  }

  /** The text under a key; numbers and flags as they are written. */
  public Optional<String> text(String key) {
    return find(key).flatMap(Element::text);
  }

  /** This text; a number or a flag as it is written. */
  public Optional<String> text() {
    return value.asWritten();
  }

  /** The same place in the same file, but with what its text says. */
  public Element with(Value decoded) {
    return new Element(file, name, decoded);
  }

  /** Where the last value in this one begins. */
  public Place end() {
    return end(value);
  }

  /** Whether the flag under a key is set. */
  public boolean isTrue(String key) {
    return find(key)
        .filter(it -> it.value() instanceof Value.Flag(var _, boolean set, var _) && set)
        .isPresent();
  }

  private String join(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  /** Authors know an item by its name; only where it has none, by its number from 0. */
  private static String label(Value item, int number) {
    return item instanceof Value.Mapping mapping
        ? mapping
            .find("name")
            .filter(Value.Text.class::isInstance)
            .flatMap(Value::asText)
            .filter(text -> !text.isEmpty())
            .orElse(Integer.toString(number))
        : Integer.toString(number);
  }
}
