package dev.packhouse.generator.cli;

import java.util.Locale;

/** How findings are printed. */
enum OutputFormat {
  /** For people: a line for each finding, as editors link it. */
  TEXT,
  /** For programs: one JSON object. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
