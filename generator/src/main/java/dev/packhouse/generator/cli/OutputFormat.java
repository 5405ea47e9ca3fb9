package dev.packhouse.generator.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How findings are printed. */
enum OutputFormat {
  /** For people: a line for each finding, as editors link it. */
  TEXT,
  /** For programs: one JSON object. */
  JSON;

  /** Reads the formats as options name them. */
  static final class Converter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String value) {
      return switch (value) {
        case "text" -> TEXT;
        case "json" -> JSON;
        default ->
            throw new TypeConversionException("expected text or json but was '" + value + "'");
      };
    }
  }
}
