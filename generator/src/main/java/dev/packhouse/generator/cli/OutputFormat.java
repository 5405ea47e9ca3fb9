package dev.packhouse.generator.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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

  private static final String NAMES = "text, json, sarif or github";

  /** Reads the formats as options name them. */
  static final class Converter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
          .findAny()
          .orElseThrow(
              () -> new TypeConversionException("expected " + NAMES + " but was '" + value + "'"));
    }
  }
}
