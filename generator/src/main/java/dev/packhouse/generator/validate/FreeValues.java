package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns values whose form is left to the author (defaults, settings, mappings) into JSON. Keys are
 * sorted by code point; an object without keys is null, as registry clients know it.
 */
final class FreeValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Comparator<String> BY_CODE_POINT =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final String file;
  private final Findings findings;

  FreeValues(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Empty for null, which no record writes. */
  Optional<JsonNode> convert(Value value) {
    JsonNode node = node(value);
    return node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private JsonNode node(Value value) {
    return switch (value) {
      case Value.Null _ -> NODES.nullNode();
      case Value.Flag(var _, boolean flag, var _) -> NODES.booleanNode(flag);
      case Value.Whole(var _, var number, var _) -> NODES.numberNode(number);
      case Value.Decimal decimal -> decimal(decimal);
      case Value.Text(var _, String text) -> NODES.stringNode(text);
      case Value.Sequence sequence -> array(sequence);
      case Value.Mapping mapping -> object(mapping);
    };
  }

  private JsonNode decimal(Value.Decimal decimal) {
    if (Double.isFinite(decimal.value())) {
      return NODES.numberNode(decimal.value());
    }
    findings.error(
        "value.kind",
        file,
        decimal.place(),
        "JSON has no number for infinity or not-a-number.",
        "Write a finite number, or put the word in quotes.");
    return NODES.nullNode();
  }

  private JsonNode array(Value.Sequence sequence) {
    ArrayNode array = NODES.arrayNode();
    sequence.items().forEach(item -> array.add(node(item)));
    return array;
  }

  private JsonNode object(Value.Mapping mapping) {
    if (mapping.entries().isEmpty()) {
      return NODES.nullNode();
    }
    ObjectNode object = NODES.objectNode();
    mapping.entries().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_CODE_POINT))
        .forEach(entry -> object.set(entry.getKey(), node(entry.getValue().value())));
    return object;
  }
}
