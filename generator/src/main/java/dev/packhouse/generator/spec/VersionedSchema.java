package dev.packhouse.generator.spec;

import dev.packhouse.generator.model.SemanticVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a schema that tells of all format versions the one that holds in one of them. */
final class VersionedSchema {
  /**
   * Keywords under which names lead to schemas: a name is no keyword, also if it reads like one.
   */
  private static final Set<String> SCHEMAS_BY_NAME =
      Set.of("properties", "patternProperties", "$defs", "dependentSchemas");

  private static final Set<String> LISTS_OF_SCHEMAS =
      Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> SCHEMAS =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames");
  private static final Set<String> LISTS_OF_VALUES = Set.of("required", "enum");

  /** Wraps a value that is only in some versions. */
  private static final String VALUE = "value";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonNode NOTHING = NODES.objectNode().set("not", NODES.objectNode());

  private final SemanticVersion version;

  private VersionedSchema(SemanticVersion version) {
    this.version = version;
  }

  static JsonNode at(SemanticVersion version, JsonNode schema) {
    return new VersionedSchema(version).schema(schema);
  }

  private JsonNode schema(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode result = NODES.objectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      resolved(keyword.getKey(), keyword.getValue())
          .ifPresent(value -> result.set(keyword.getKey(), value));
    }
    return result;
  }

  private Optional<JsonNode> resolved(String keyword, JsonNode value) {
    if (keyword.equals(Span.SINCE) || keyword.equals(Span.UNTIL)) {
      return Optional.empty();
    }
    if (SCHEMAS_BY_NAME.contains(keyword)) {
      return Optional.of(byName(value));
    }
    if (LISTS_OF_SCHEMAS.contains(keyword)) {
      return filled(schemas(value));
    }
    if (SCHEMAS.contains(keyword)) {
      return holds(value) ? Optional.of(orFalse(schema(value))) : Optional.empty();
    }
    if (LISTS_OF_VALUES.contains(keyword)) {
      return filled(values(value));
    }
    if (keyword.equals("dependentRequired")) {
      ObjectNode lists = NODES.objectNode();
      value.properties().forEach(entry -> lists.set(entry.getKey(), values(entry.getValue())));
      return Optional.of(lists);
    }
    return Optional.of(value);
  }

  /** What can carry no versions, such as {@code false}, is written as what nothing can be. */
  private static JsonNode orFalse(JsonNode schema) {
    return schema.equals(NOTHING) ? NODES.booleanNode(false) : schema;
  }

  private static Optional<JsonNode> filled(ArrayNode list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private ObjectNode byName(JsonNode schemas) {
    ObjectNode result = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
      if (holds(entry.getValue())) {
        result.set(entry.getKey(), schema(entry.getValue()));
      }
    }
    return result;
  }

  private ArrayNode schemas(JsonNode list) {
    ArrayNode result = NODES.arrayNode();
    list.valueStream().filter(this::holds).map(this::schema).forEach(result::add);
    return result;
  }

  private ArrayNode values(JsonNode list) {
    ArrayNode result = NODES.arrayNode();
    list.valueStream()
        .filter(this::holds)
        .map(value -> value.isObject() && value.has(VALUE) ? value.get(VALUE) : value)
        .forEach(result::add);
    return result;
  }

  private boolean holds(JsonNode schema) {
    return Span.of(schema).includes(version);
  }
}
