package dev.packhouse.generator.model;

import java.util.Optional;

/** Flags that are written as text, in the words of Go's {@code strconv.ParseBool}. */
public final class GoBoolean {
  private GoBoolean() {}

  /** Empty for any other word, such as {@code yes} or {@code tRUE}. */
  public static Optional<Boolean> parse(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
