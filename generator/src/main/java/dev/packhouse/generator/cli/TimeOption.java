package dev.packhouse.generator.cli;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which time the changes of a run get: one from outside makes the output reproducible. */
final class TimeOption {
  @Option(
      names = "--source-date-epoch",
      paramLabel = "SECONDS",
      defaultValue = "${env:SOURCE_DATE_EPOCH}",
      converter = EpochConverter.class,
      description =
          "The time that changes.json and the feeds give to this run, in seconds since 1970."
              + " Default: the variable SOURCE_DATE_EPOCH, else the clock.")
  private @Nullable Instant time;

  Optional<Instant> time() {
    return Optional.ofNullable(time);
  }
}
