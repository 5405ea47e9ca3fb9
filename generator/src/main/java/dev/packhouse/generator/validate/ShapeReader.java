package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.GoBoolean;
import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.registry.Places;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a shape names out of a manifest, and says where a value is of another kind. */
final class ShapeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Places places;
  private final Findings findings;
  private final FreeValues freeValues;

  /**
   * @param file path of the manifest below the package
   */
  ShapeReader(String file, Places places, Findings findings) {
    this.file = file;
    this.places = places;
    this.findings = findings;
    freeValues = new FreeValues(file, findings);
  }

  /**
   * @param mapping with dotted keys nested
   */
  ObjectNode read(Value.Mapping mapping, RecordShape shape) {
    ObjectNode object = NODES.objectNode();
    places.remember(object, mapping.place());
    for (RecordKey key : shape.keys()) {
      find(mapping, key.name()).ifPresent(value -> read(value, key, shape, object));
    }
    return object;
  }

  private void read(Value value, RecordKey key, RecordShape shape, ObjectNode to) {
    places.remember(to, key.name(), value.place());
    if (value instanceof Value.Null) {
      return;
    }
    Optional<JsonNode> node = convert(value, key, shape);
    if (node.isPresent()) {
      to.set(key.name(), node.get());
    } else if (!(key.kind() instanceof RecordKey.Kind.Anything)) {
      places.refuse(to, key.name());
    }
  }

  /** Some keys have dots in the record, and stand nested in the manifest. */
  private static Optional<Value> find(Value.Mapping mapping, String dottedKey) {
    int dot = dottedKey.indexOf('.');
    if (dot < 0) {
      return mapping.find(dottedKey);
    }
    return mapping
        .find(dottedKey.substring(0, dot))
        .flatMap(
            value ->
                value instanceof Value.Mapping nested
                    ? find(nested, dottedKey.substring(dot + 1))
                    : Optional.empty());
  }

  private Optional<JsonNode> convert(Value value, RecordKey key, RecordShape owner) {
    return switch (key.kind()) {
      case RecordKey.Kind.Text _ -> text(value, key, owner);
      case RecordKey.Kind.Flag _ -> flag(value, key, owner);
      case RecordKey.Kind.Count _ -> throw new IllegalStateException("no manifest has " + key);
      case RecordKey.Kind.Anything _ -> freeValues.convert(value);
      case RecordKey.Kind.AnyObject _ ->
          value instanceof Value.Mapping
              ? freeValues.convert(value)
              : refuse(value, key, owner, "an object");
      case RecordKey.Kind.Texts _ -> texts(value, key, owner);
      case RecordKey.Kind.One(RecordShape shape) -> one(value, key, owner, shape);
      case RecordKey.Kind.Many(RecordShape shape) -> many(value, key, owner, shape);
    };
  }

  private Optional<JsonNode> one(Value value, RecordKey key, RecordShape owner, RecordShape shape) {
    return switch (value) {
      case Value.Mapping mapping -> Optional.of(read(mapping, shape));
      case Value.Sequence list when list.items().isEmpty() ->
          Optional.of(read(new Value.Mapping(list.place(), Map.of()), shape));
      case Value.Null _,
          Value.Flag _,
          Value.Whole _,
          Value.Decimal _,
          Value.Text _,
          Value.Sequence _ ->
          refuse(value, key, owner, "an object");
    };
  }

  private Optional<JsonNode> text(Value value, RecordKey key, RecordShape owner) {
    Optional<String> text = value.asText();
    return text.isPresent()
        ? Optional.of(NODES.stringNode(text.get()))
        : refuse(value, key, owner, "a text");
  }

  private Optional<JsonNode> flag(Value value, RecordKey key, RecordShape owner) {
    Optional<Boolean> flag =
        switch (value) {
          case Value.Flag(var _, boolean given, var _) -> Optional.of(given);
          // Some words count in quotes too.
          case Value.Text(var _, String given) -> GoBoolean.parse(given);
          case Value.Null _, Value.Whole _, Value.Decimal _, Value.Sequence _, Value.Mapping _ ->
              Optional.empty();
        };
    return flag.isPresent()
        ? Optional.of(NODES.booleanNode(flag.get()))
        : refuse(value, key, owner, "true or false");
  }

  private Optional<JsonNode> texts(Value value, RecordKey key, RecordShape owner) {
    ArrayNode array = NODES.arrayNode();
    switch (value) {
      case Value.Sequence sequence -> {
        for (Value item : sequence.items()) {
          if (item instanceof Value.Null) {
            array.add("");
          } else {
            text(item, key, owner).ifPresent(array::add);
          }
        }
      }
      // One text stands for a list of one.
      case Value.Text _, Value.Flag _, Value.Whole _, Value.Decimal _ ->
          text(value, key, owner).ifPresent(array::add);
      case Value.Mapping mapping -> {
        if (!mapping.entries().isEmpty()) {
          return refuse(value, key, owner, "a list of texts");
        }
      }
      case Value.Null _ -> {}
    }
    return Optional.of(array);
  }

  private Optional<JsonNode> many(
      Value value, RecordKey key, RecordShape owner, RecordShape shape) {
    List<Value> items =
        switch (value) {
          case Value.Sequence sequence -> sequence.items();
          // One object stands for a list of one, one without keys for an empty list.
          case Value.Mapping mapping when mapping.entries().isEmpty() -> List.of();
          case Value.Null _,
              Value.Flag _,
              Value.Whole _,
              Value.Decimal _,
              Value.Text _,
              Value.Mapping _ ->
              List.of(value);
        };
    ArrayNode array = NODES.arrayNode();
    for (Value item : items) {
      switch (item) {
        case Value.Mapping mapping -> array.add(read(mapping, shape));
        case Value.Null _ -> array.add(read(new Value.Mapping(item.place(), Map.of()), shape));
        case Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Sequence _ ->
            refuse(item, key, owner, "a list of objects");
      }
    }
    return Optional.of(array);
  }

  private Optional<JsonNode> refuse(
      Value value, RecordKey key, RecordShape owner, String expected) {
    String path = owner.name().equals("manifest") ? key.name() : owner.name() + "." + key.name();
    findings.error(
        "value.kind",
        file,
        value.place(),
        path + " is " + value.kind() + ", and should be " + expected + ".",
        "Write " + expected + " here, or leave the key out.");
    return Optional.empty();
  }
}
