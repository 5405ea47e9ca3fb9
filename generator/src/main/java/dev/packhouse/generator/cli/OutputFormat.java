package dev.packhouse.generator.cli;

import java.util.List;
import java.util.Locale;

/** How findings are printed. */
enum OutputFormat {
  /** For people, and as editors link it. */
  TEXT,
  /** For programs: one JSON object. */
  JSON,
  /** For services that show findings beside the code: SARIF 2.1.0. */
  SARIF,
  /** For a workflow on GitHub, which shows them beside the code: its commands. */
  GITHUB;

  /** Reads the formats as options name them. */
  static final class Converter extends WordConverter<OutputFormat> {
    Converter() {
      super(List.of(values()), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }
}
