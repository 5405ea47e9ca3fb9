package dev.packhouse.server.config;

import java.nio.file.Path;

/**
 * Where a value came from.
 *
 * @param place the flag, the variable, or {@code file:line}; empty for a default
 * @param line in the file; 0 elsewhere
 */
record Origin(Level level, String place, int line) {
  /** Kinds of places, those that win first. */
  enum Level {
    FLAG,
    VARIABLE,
    EPR_VARIABLE,
    FILE,
    DEFAULT
  }

  static final Origin BY_DEFAULT = new Origin(Level.DEFAULT, "", 0);

  static Origin flag(Option<?> option) {
    return new Origin(Level.FLAG, option.flag(), 0);
  }

  static Origin variable(String name) {
    return new Origin(Level.VARIABLE, name, 0);
  }

  /** A variable that EPR reads, too. */
  static Origin eprVariable(String name) {
    return new Origin(Level.EPR_VARIABLE, name, 0);
  }

  static Origin file(Path file, int line) {
    return new Origin(Level.FILE, file + ":" + line, line);
  }

  /** What {@code --print-config} says. */
  String description() {
    return switch (level) {
      case FLAG -> "flag " + place;
      case VARIABLE, EPR_VARIABLE -> "variable " + place;
      case FILE -> "file " + place;
      case DEFAULT -> "default";
    };
  }

  /** How a message begins that is about this option at this place. */
  String subject(Option<?> option) {
    return level == Level.FILE ? place + ": " + option.key().orElse(option.flag()) : place;
  }
}
