package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.Yaml;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Trees;
import dev.packhouse.generator.model.Value;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What pages show of a text of a package, which may be as long as somebody likes: a record is
 * published as it is, and a page of megabytes is of no use.
 */
final class ShownText {
  /** In characters. */
  private static final int LONGEST = 1_000;

  /** In characters, of what stands on each card and in the data of the search. */
  private static final int LONGEST_LABEL = 100;

  private ShownText() {}

  /** The text at a path of keys; empty where it is missing. */
  static String of(ObjectNode record, String... path) {
    return ShortText.start(Trees.text(record, path), LONGEST);
  }

  /** The same of an object in YAML. */
  static String of(Value object, String key) {
    return ShortText.start(Yaml.text(object, key), LONGEST);
  }

  static String join(List<String> texts) {
    return ShortText.start(String.join(", ", texts), LONGEST);
  }

  static String label(String text) {
    return ShortText.start(text, LONGEST_LABEL);
  }
}
