package dev.packhouse.generator.cli;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds since 1970, up to the year 9999. */
final class EpochConverter implements ITypeConverter<Instant> {
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  @Override
  public Instant convert(String value) {
    if (value.matches("[0-9]{1,12}")) {
      Instant time = Instant.ofEpochSecond(Long.parseLong(value));
      if (!time.isAfter(LAST)) {
        return time;
      }
    }
    throw new TypeConversionException(
        "'%s' is no number of seconds since 1970, from 0 to %d"
            .formatted(value, LAST.getEpochSecond()));
  }
}
