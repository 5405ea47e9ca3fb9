package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks into the tree of a record; what is missing is empty. */
public final class Trees {
  private Trees() {}

  /** The text at a path of keys; empty where it is missing. */
  public static String text(ObjectNode tree, String... path) {
    JsonNode node = tree;
    for (String key : path) {
      node = node.path(key);
    }
    return node.asString("");
  }

  public static Optional<ObjectNode> object(ObjectNode tree, String key) {
    return tree.get(key) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  public static List<ObjectNode> objects(ObjectNode tree, String key) {
    return tree.get(key) instanceof ArrayNode array
        ? array.valueStream().map(ObjectNode.class::cast).toList()
        : List.of();
  }

  public static List<String> texts(ObjectNode tree, String key) {
    return tree.get(key) instanceof ArrayNode array
        ? array.valueStream().map(JsonNode::asString).toList()
        : List.of();
  }
}
