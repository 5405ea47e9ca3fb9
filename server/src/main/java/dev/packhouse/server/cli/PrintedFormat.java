package dev.packhouse.server.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How records are printed. */
enum PrintedFormat {
  /** For people. */
  TEXT,
  /** For programs: what a registry answers. */
  JSON;

  static final class Converter implements ITypeConverter<PrintedFormat> {
    @Override
    public PrintedFormat convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
          .findAny()
          .orElseThrow(
              () -> new TypeConversionException("expected text or json but was '" + value + "'"));
    }
  }
}
