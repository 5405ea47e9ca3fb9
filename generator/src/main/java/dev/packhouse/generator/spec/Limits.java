package dev.packhouse.generator.spec;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * How large things may be. What a folder does not limit, the one around it does.
 *
 * @param entries files and folders directly in a folder
 * @param total bytes of all files in a folder and below it
 * @param file bytes of a file
 * @param yaml bytes of a YAML file
 * @param linked bytes of a file that another one names by its path
 * @param fields that a data stream may define
 */
public record Limits(
    OptionalLong entries,
    OptionalLong total,
    OptionalLong file,
    OptionalLong yaml,
    OptionalLong linked,
    OptionalLong fields) {
  static final Limits NONE =
      new Limits(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  static Limits of(JsonNode data) {
    return new Limits(
        size(data, "entries"),
        size(data, "total"),
        size(data, "file"),
        size(data, "yaml"),
        size(data, "linked"),
        size(data, "fields"));
  }

  /** These, and where they say nothing those. */
  Limits orElse(Limits outer) {
    return new Limits(
        either(entries, outer.entries),
        either(total, outer.total),
        either(file, outer.file),
        either(yaml, outer.yaml),
        either(linked, outer.linked),
        either(fields, outer.fields));
  }

  private static OptionalLong either(OptionalLong inner, OptionalLong outer) {
    return inner.isPresent() ? inner : outer;
  }

  private static OptionalLong size(JsonNode data, String key) {
    JsonNode value = data.path(key);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (value.isIntegralNumber()) {
      return OptionalLong.of(value.longValue());
    }
    String text = value.stringValue();
    long unit =
        switch (text.substring(text.length() - 2)) {
          case "KB" -> 1024;
          case "MB" -> 1024 * 1024;
          case String other -> throw new IllegalStateException("unknown unit of a limit: " + other);
        };
    return OptionalLong.of(Long.parseLong(text.substring(0, text.length() - 2)) * unit);
  }
}
