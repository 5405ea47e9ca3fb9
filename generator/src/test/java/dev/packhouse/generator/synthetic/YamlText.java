package dev.packhouse.generator.synthetic;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes objects, lists and texts as YAML in blocks, with each text in quotation marks. */
final class YamlText {
  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(ObjectNode object) {
    YamlText yaml = new YamlText();
    yaml.entries(object, "");
    return yaml.text.toString();
  }

  private void entries(JsonNode object, String indent) {
    String before = "";
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      text.append(before).append(entry.getKey()).append(':');
      value(entry.getValue(), indent);
      before = indent;
    }
  }

  private void value(JsonNode value, String indent) {
    if (value.isArray()) {
      text.append('\n');
      for (JsonNode item : value) {
        text.append(indent).append("  - ");
        item(item, indent + "    ");
      }
    } else if (value.isObject()) {
      text.append('\n').append(indent).append("  ");
      entries(value, indent + "  ");
    } else {
      text.append(' ').append(value).append('\n');
    }
  }

  private void item(JsonNode item, String indent) {
    if (item.isObject()) {
      entries(item, indent);
    } else {
      text.append(item).append('\n');
    }
  }
}
