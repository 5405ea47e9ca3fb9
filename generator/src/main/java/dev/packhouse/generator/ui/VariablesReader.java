package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Trees;
import dev.packhouse.generator.ui.PackagePage.Variable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what can be set, wherever in a record it stands. */
final class VariablesReader {
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_DEFAULT = 200;

  private VariablesReader() {}

  /** Those of an object with {@code vars}. */
  static List<Variable> read(ObjectNode owner) {
    return Trees.objects(owner, "vars").stream().map(VariablesReader::variable).toList();
  }

  private static Variable variable(ObjectNode variable) {
    return new Variable(
        ShownText.of(variable, "name"),
        ShownText.of(variable, "title"),
        ShownText.of(variable, "type"),
        ShortText.start(
            CardReader.oneLine(Trees.text(variable, "description")), LONGEST_DESCRIPTION),
        notes(variable),
        variable.has("default")
            ? ShortText.start(text(variable.get("default")), LONGEST_DEFAULT)
            : "");
  }

  private static String notes(ObjectNode variable) {
    return Stream.of(
            variable.path("required").asBoolean(false) ? "required" : "",
            variable.path("multi").asBoolean(false) ? "several values" : "",
            variable.path("show_user").asBoolean(false) ? "" : "advanced",
            Trees.object(variable, "deprecated").isPresent() ? "deprecated" : "")
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String text(JsonNode value) {
    return switch (value) {
      case ArrayNode array ->
          array.valueStream().map(VariablesReader::text).collect(Collectors.joining(", "));
      case JsonNode it when it.isNull() -> "";
      case JsonNode it when it.isString() -> it.asString().strip();
      case JsonNode other -> other.toString();
    };
  }
}
