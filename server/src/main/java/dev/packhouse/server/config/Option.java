package dev.packhouse.server.config;

import java.util.Optional;

/**
 * One thing that can be set, under each of its names.
 *
 * @param key in the configuration file, dotted where it is one of a group
 * @param flag with its two dashes
 * @param variable of the environment
 * @param type how its text is read and written
 * @param defaultValue what holds where nobody gives a value
 * @param description one sentence for the help and the documentation
 */
public record Option<T>(
    Optional<String> key,
    String flag,
    Optional<String> variable,
    ValueType<T> type,
    T defaultValue,
    String description) {

  static <T> Option<T> of(
      String key,
      String flag,
      String variable,
      ValueType<T> type,
      T defaultValue,
      String description) {
    return new Option<>(
        Optional.of(key), flag, Optional.of(variable), type, defaultValue, description);
  }

  /** The default as one would write it, parts with a comma between; empty where there is none. */
  public String defaultText() {
    return String.join(", ", type.texts(defaultValue));
  }
}
