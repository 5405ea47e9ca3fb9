package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.WordConverter;
import java.util.List;
import java.util.Locale;

/** How records are printed. */
enum PrintedFormat {
  /** For people. */
  TEXT,
  /** For programs: what a registry answers. */
  JSON;

  /** Reads the formats as options name them. */
  static final class Converter extends WordConverter<PrintedFormat> {
    Converter() {
      super(List.of(values()), format -> format.name().toLowerCase(Locale.ROOT));
    }
  }
}
