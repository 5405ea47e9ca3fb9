package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of a file as the spec's schemas take them: words such as {@code yes} are texts, and a
 * decimal number without fraction is a whole one.
 */
final class SpecValues {
  /** What only old YAML reads as flags. */
  private static final Set<String> WORDS = Set.of("y", "yes", "on", "n", "no", "off");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SpecValues() {}

  static JsonNode json(Value value) {
    return switch (value) {
      case Value.Null _ -> NODES.nullNode();
      case Value.Flag(var _, boolean flag, String written) ->
          isWord(written) ? NODES.stringNode(written) : NODES.booleanNode(flag);
      case Value.Whole whole -> NODES.numberNode(whole.value());
      case Value.Decimal decimal -> number(decimal.value());
      case Value.Text text -> NODES.stringNode(text.value());
      case Value.Sequence sequence -> array(sequence);
      case Value.Mapping mapping -> object(mapping);
    };
  }

  private static JsonNode number(double number) {
    return Double.isFinite(number)
        ? NODES.numberNode(BigDecimal.valueOf(number))
        : NODES.numberNode(number);
  }

  private static ArrayNode array(Value.Sequence sequence) {
    ArrayNode array = NODES.arrayNode();
    sequence.items().forEach(item -> array.add(json(item)));
    return array;
  }

  private static ObjectNode object(Value.Mapping mapping) {
    ObjectNode object = NODES.objectNode();
    mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
    return object;
  }

  /** Where a key stands that is no text, or a number that no JSON can hold. */
  static Optional<Place> notJson(Value value) {
    return switch (value) {
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Text _ -> Optional.empty();
      case Value.Decimal(Place place, double number, var _) ->
          Double.isFinite(number) ? Optional.empty() : Optional.of(place);
      case Value.Sequence sequence -> notJson(sequence);
      case Value.Mapping mapping -> notJson(mapping);
    };
  }

  private static Optional<Place> notJson(Value.Sequence sequence) {
    for (Value item : sequence.items()) {
      Optional<Place> found = notJson(item);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> notJson(Value.Mapping mapping) {
    for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
      Optional<Place> found =
          isText(entry.getKey(), entry.getValue())
              ? notJson(entry.getValue().value())
              : Optional.of(entry.getValue().keyPlace());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isText(String key, Value.Entry entry) {
    return entry.keyIsText() || isWord(key);
  }

  private static boolean isWord(String written) {
    return WORDS.contains(written.toLowerCase(Locale.ROOT));
  }
}
