package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.Retention;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stays of earlier generations: the options of all commands that remove something. */
final class RetentionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many generations stay beside the current one, for packhouse rollback and for servers"
              + " that have not noticed the change. Default: ${DEFAULT-VALUE}.")
  private int keep = 1;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = DurationConverter.class,
      description =
          "For how long any other generation, and what only it names, stays after it stopped to"
              + " count. Default: ${DEFAULT-VALUE}.")
  private Duration grace = Duration.ZERO;

  Retention retention() {
    if (keep < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--keep "
              + keep
              + " is too few: servers read the one before until they notice the next.");
    }
    return new Retention(keep, grace);
  }
}
