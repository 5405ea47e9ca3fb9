package dev.packhouse.server.config;

/**
 * Where a value came from.
 *
 * @param place the flag, the variable, or {@code file:line}; for a default the reason, or nothing
 */
record Origin(Level level, String place) {
  /** Kinds of places, those that win first. */
  enum Level {
    FLAG,
    VARIABLE,
    FILE,
    DEFAULT
  }

  static final Origin BY_DEFAULT = new Origin(Level.DEFAULT, "");

  /** What {@code --print-config} says. */
  String description() {
    return switch (level) {
      case FLAG -> "flag " + place;
      case VARIABLE -> "variable " + place;
      case FILE -> "file " + place;
      case DEFAULT -> place.isEmpty() ? "default" : place;
    };
  }

  /** How a message begins that is about this option at this place. */
  String subject(Option<?> option) {
    return level == Level.FILE ? place + ": " + option.key().orElse(option.flag()) : place;
  }
}
