package dev.packhouse.generator.model;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in a YAML or JSON file, with the place where it stands. */
public sealed interface Value {
  Place place();

  /** What kind of value it is, as a message names it. */
  default String kind() {
    return switch (this) {
      case Null _ -> "nothing";
      case Flag _ -> "true or false";
      case Whole _, Decimal _ -> "a number";
      case Text _ -> "a text";
      case Sequence _ -> "a list";
      case Mapping _ -> "an object";
    };
  }

  /** The value where a text is wanted: a number or a flag is written out, a list is none. */
  default Optional<String> asText() {
    return switch (this) {
      case Flag(Place _, boolean value, String _) -> Optional.of(Boolean.toString(value));
      case Whole(Place _, BigInteger value, String _) -> Optional.of(value.toString());
      case Decimal(Place _, double value, String _) -> Optional.of(Decimals.text(value));
      case Text(Place _, String value) -> Optional.of(value);
      case Null _, Sequence _, Mapping _ -> Optional.empty();
    };
  }

  /** The value as a message shows it to its author, who may have written 1.1 as {@code 1.10}. */
  default Optional<String> asWritten() {
    return switch (this) {
      case Whole(Place _, BigInteger _, String written) -> Optional.of(written);
      case Decimal(Place _, double _, String written) -> Optional.of(written);
      case Flag(Place _, boolean _, String written) -> Optional.of(written);
      case Text _, Null _, Sequence _, Mapping _ -> asText();
    };
  }

  /** Nothing, or an explicit null. */
  record Null(Place place) implements Value {}

  /** A flag, which YAML also writes as {@code yes} and {@code off}. */
  record Flag(Place place, boolean value, String written) implements Value {}

  record Whole(Place place, BigInteger value, String written) implements Value {}

  record Decimal(Place place, double value, String written) implements Value {}

  record Text(Place place, String value) implements Value {}

  record Sequence(Place place, List<Value> items) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** An object, its entries in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries) implements Value {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<Value> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /**
   * One entry of an object.
   *
   * @param keyPlace where the key stands
   * @param keyIsText false for keys that YAML reads as something else, such as {@code 1} or {@code
   *     yes}
   */
  record Entry(Place keyPlace, boolean keyIsText, Value value) {}
}
