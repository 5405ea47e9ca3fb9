package dev.packhouse.generator.spec;

import java.util.Arrays;

/** What kind of text a file of the layout holds. */
public enum MediaType {
  YAML("yaml"),
  /** YAML whose first line is {@code ---}. */
  YAML_WITH_DASHES("yaml-dashes"),
  JSON("json"),
  /** JSON of any length, of which little but the syntax is looked at. */
  JSON_OUTLINE("json-outline"),
  MARKDOWN("markdown"),
  TEXT("text"),
  CSV("csv"),
  /** Anything, also nothing at all. */
  ANY("any");

  private final String text;

  MediaType(String text) {
    this.text = text;
  }

  public boolean isYaml() {
    return this == YAML || this == YAML_WITH_DASHES;
  }

  static MediaType of(String text) {
    return Arrays.stream(values())
        .filter(type -> type.text.equals(text))
        .findAny()
        .orElseThrow(
            () -> new IllegalStateException("the layout has an unknown media type: " + text));
  }
}
