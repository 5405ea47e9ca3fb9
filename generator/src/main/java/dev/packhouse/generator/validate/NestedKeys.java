package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys with dots stand for objects in objects, as format versions before 3.0.0 read them; of
 * several values under one key the last one counts.
 */
final class NestedKeys {
  private NestedKeys() {}

  /** Where the first key stands whose dots make more levels than anybody can use. */
  static Optional<Place> tooDeep(Value value) {
    return tooDeep(value, 0).findFirst();
  }

  private static Stream<Place> tooDeep(Value value, int depth) {
    return switch (value) {
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          Stream.empty();
      case Value.Sequence sequence ->
          sequence.items().stream().flatMap(item -> tooDeep(item, depth + 1));
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .flatMap(entry -> tooDeep(entry.getKey(), entry.getValue(), depth));
    };
  }

  private static Stream<Place> tooDeep(String key, Value.Entry entry, int depth) {
    int below = depth + 1 + (int) key.chars().filter(it -> it == '.').count();
    return below > DottedKeys.DEEPEST ? Stream.of(entry.keyPlace()) : tooDeep(entry.value(), below);
  }

  /** The value with its keys nested; it is not {@link #tooDeep}. */
  static Value nest(Value value) {
    return branch(value).value();
  }

  private static Node branch(Value value) {
    return switch (value) {
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          new Leaf(value);
      case Value.Sequence(Place place, List<Value> items) ->
          new Leaf(new Value.Sequence(place, items.stream().map(NestedKeys::nest).toList()));
      case Value.Mapping(Place place, Map<String, Value.Entry> entries) -> {
        Branch branch = new Branch(place);
        entries.forEach(branch::put);
        yield branch;
      }
    };
  }

  /** A value under construction. */
  private sealed interface Node {
    Value value();
  }

  private record Leaf(Value value) implements Node {}

  private record Key(Place place, boolean isText, Node node) {}

  private static final class Branch implements Node {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private Place place;

    Branch(Place place) {
      this.place = place;
    }

    void put(String key, Value.Entry entry) {
      Branch to = this;
      int start = 0;
      for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', start)) {
        to = to.inner(key.substring(start, dot), entry.keyPlace());
        start = dot + 1;
      }
      to.keys.put(
          key.substring(start),
          new Key(entry.keyPlace(), entry.keyIsText(), branch(entry.value())));
    }

    private Branch inner(String name, Place at) {
      Key known = keys.get(name);
      Branch inner =
          known != null && known.node() instanceof Branch branch ? branch : new Branch(at);
      inner.place = at;
      keys.put(name, new Key(at, /* isText= */ true, inner));
      return inner;
    }

    @Override
    public Value value() {
      Map<String, Value.Entry> entries = new LinkedHashMap<>();
      keys.forEach(
          (name, key) ->
              entries.put(name, new Value.Entry(key.place(), key.isText(), key.node().value())));
      return new Value.Mapping(place, entries);
    }
  }
}
