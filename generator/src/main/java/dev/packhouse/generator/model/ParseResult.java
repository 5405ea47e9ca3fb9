package dev.packhouse.generator.model;

import java.util.Optional;

/**
 * What became of a text that was read as a value: the value, or the reason why it is none. Bad
 * input is expected, so it is no exception.
 *
 * @param <T> the type of the value
 */
public sealed interface ParseResult<T> {

  /** The value, or nothing when the text was rejected. */
  Optional<T> toOptional();

  /**
   * The text was understood.
   *
   * @param value what it says
   */
  record Parsed<T>(T value) implements ParseResult<T> {
    @Override
    public Optional<T> toOptional() {
      return Optional.of(value);
    }
  }

  /**
   * The text was not understood.
   *
   * @param reason one line without a full stop, fit to stand behind a colon
   */
  record Rejected<T>(String reason) implements ParseResult<T> {
    @Override
    public Optional<T> toOptional() {
      return Optional.empty();
    }
  }
}
