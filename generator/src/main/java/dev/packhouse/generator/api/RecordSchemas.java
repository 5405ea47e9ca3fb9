package dev.packhouse.generator.api;

import static java.util.stream.Collectors.joining;

import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordKey.Kind;
import dev.packhouse.generator.model.RecordKey.Presence;
import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.RecordShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes of records as JSON Schema 2020-12. Objects take keys that are not named: a later
 * release may write more of them.
 */
final class RecordSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A shape of fewer keys, those below it among them, is written where it is used. */
  private static final int LEAST_KEYS = 4;

  private static final Map<RecordShape, String> ROOTS = roots();

  private final Map<RecordShape, Integer> uses = new LinkedHashMap<>();

  private RecordSchemas() {
    ROOTS.keySet().forEach(this::count);
  }

  /** All of them, by the names that references have. */
  static ObjectNode components() {
    RecordSchemas schemas = new RecordSchemas();
    ObjectNode components = NODES.objectNode();
    for (RecordShape shape : schemas.uses.keySet()) {
      if (schemas.isComponent(shape)
          && components.putIfAbsent(name(shape), schemas.object(shape)) != null) {
        throw new IllegalStateException("two shapes are called " + name(shape));
      }
    }
    return components;
  }

  /**
   * A reference to the schema of a whole record.
   *
   * @param shape one of an answer
   */
  static ObjectNode reference(RecordShape shape) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name(shape));
  }

  private static Map<RecordShape, String> roots() {
    Map<RecordShape, String> roots = new LinkedHashMap<>();
    roots.put(RecordShapes.SERVICE, "Service");
    roots.put(RecordShapes.FOUND, "SearchRecord");
    roots.put(RecordShapes.FULL, "PackageRecord");
    roots.put(RecordShapes.FACETS, "Facets");
    roots.put(RecordShapes.SUGGESTION, "Suggestion");
    roots.put(RecordShapes.CATEGORY, "Category");
    roots.put(RecordShapes.CHANGE, "Change");
    return roots;
  }

  /** How often each shape is used, whatever how often those are that use it. */
  private void count(RecordShape shape) {
    if (uses.merge(shape, 1, Integer::sum) == 1) {
      below(shape).forEach(this::count);
    }
  }

  private static Stream<RecordShape> below(RecordShape shape) {
    return shape.keys().stream()
        .map(RecordKey::kind)
        .flatMap(
            kind ->
                switch (kind) {
                  case Kind.One(RecordShape below) -> Stream.of(below);
                  case Kind.Many(RecordShape below) -> Stream.of(below);
                  case Kind.Text _,
                      Kind.Flag _,
                      Kind.Count _,
                      Kind.Anything _,
                      Kind.AnyObject _,
                      Kind.Texts _ ->
                      Stream.of();
                });
  }

  private boolean isComponent(RecordShape shape) {
    return ROOTS.containsKey(shape)
        || (uses.getOrDefault(shape, 0) > 1 && keys(shape) >= LEAST_KEYS);
  }

  private static int keys(RecordShape shape) {
    return shape.keys().size() + below(shape).mapToInt(RecordSchemas::keys).sum();
  }

  /** {@code DeploymentModes} for {@code deployment_modes}. */
  private static String name(RecordShape shape) {
    String root = ROOTS.get(shape);
    return root != null
        ? root
        : Stream.of(shape.name().split("_", -1))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(joining());
  }

  private ObjectNode object(RecordShape shape) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    shape.keys().forEach(key -> properties.set(key.name(), value(key.kind())));
    List<String> always =
        shape.keys().stream()
            .filter(key -> key.presence() == Presence.ALWAYS)
            .map(RecordKey::name)
            .toList();
    if (!always.isEmpty()) {
      ArrayNode required = schema.putArray("required");
      always.forEach(required::add);
    }
    return schema;
  }

  private ObjectNode value(Kind kind) {
    return switch (kind) {
      case Kind.Text _ -> type("string");
      case Kind.Flag _ -> type("boolean");
      case Kind.Count _ -> type("integer").put("minimum", 0);
      case Kind.Anything _ -> NODES.objectNode();
      case Kind.AnyObject _ -> type("object");
      case Kind.Texts _ -> list(type("string"));
      case Kind.One(RecordShape shape) -> below(shape, isComponent(shape));
      case Kind.Many(RecordShape shape) -> list(below(shape, isComponent(shape)));
    };
  }

  private ObjectNode below(RecordShape shape, boolean named) {
    return named ? reference(shape) : object(shape);
  }

  private static ObjectNode type(String name) {
    return NODES.objectNode().put("type", name);
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode list = type("array");
    list.set("items", items);
    return list;
  }
}
