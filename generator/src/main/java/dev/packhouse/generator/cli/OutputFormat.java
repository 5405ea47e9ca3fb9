package dev.packhouse.generator.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How findings are printed. */
enum OutputFormat {
  /** For people: a line for each finding, as editors link it. */
  TEXT,
  /** For programs: one JSON object. */
  JSON;

  /** picocli would name the constants of Java, and not what the help says. */
  static final class Names implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        default ->
            throw new TypeConversionException("expected text or json but was '" + name + "'");
      };
    }
  }
}
