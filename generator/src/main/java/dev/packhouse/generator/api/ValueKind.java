package dev.packhouse.generator.api;

import java.util.List;

/** What the value of a query parameter is. */
public sealed interface ValueKind {
  /** Any text. */
  record Text() implements ValueKind {}

  /** Also {@code 1}, {@code t}, {@code 0}, {@code f} and their capitals. */
  record Flag() implements ValueKind {}

  /**
   * A whole number.
   *
   * @param least the lowest that is taken, not negative
   * @param most the highest
   */
  record WholeNumber(long least, long most) implements ValueKind {}

  /** A semantic version, where parts behind the first may be missing. */
  record Version() implements ValueKind {}

  /** {@code major.minor}. */
  record SpecVersion() implements ValueKind {}

  /** One of some texts, of which there are at least two. */
  record Choice(List<String> values) implements ValueKind {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** Texts with commas between them. */
  record Texts() implements ValueKind {}

  /** The same, each of them one of some texts. */
  record Choices(List<String> values) implements ValueKind {
    public Choices {
      values = List.copyOf(values);
    }
  }

  /** A filter of discovery; all that are given count. */
  record Discovery() implements ValueKind {}

  /** What an earlier answer said; clients do not look into it. */
  record Cursor() implements ValueKind {}

  /** For people. */
  default String label() {
    return switch (this) {
      case Text() -> "text";
      case Flag() -> "true or false";
      case WholeNumber(long least, long most) ->
          "whole number from %d to %d".formatted(least, most);
      case Version() -> "version";
      case SpecVersion() -> "major.minor";
      case Choice(List<String> values) -> String.join(" or ", values);
      case Texts() -> "comma list";
      case Choices(List<String> _) -> "comma list";
      case Discovery() -> "filter, repeatable";
      case Cursor() -> "cursor";
    };
  }

  /** All values of a parameter count, empty ones too; of others only the first. */
  default boolean isRepeatable() {
    return this instanceof Discovery;
  }
}
