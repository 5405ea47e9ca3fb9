package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.GoDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the server's settings have them. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    return GoDuration.parse(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected a duration such as 1h30m but was '" + value + "'"));
  }
}
