package dev.packhouse.generator.cli;

import dev.packhouse.generator.emit.RegistrySweep;
import dev.packhouse.generator.emit.RegistrySweep.Leftover;
import dev.packhouse.generator.model.CountedNoun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code packhouse sweep}. */
@Command(
    name = "sweep",
    description = "Removes what a registry needs no more. Each generate ends with the same.",
    mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "public",
      description = "The folder that was published to. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Mixin private RetentionOptions retention = new RetentionOptions();

  @Option(names = "--dry-run", description = "Only say what would be removed.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    List<Leftover> leftovers = RegistrySweep.run(out, retention.retention(), dryRun);
    PrintWriter printer = spec.commandLine().getOut();
    leftovers.forEach(leftover -> printer.println(leftover.path()));
    printer.println(
        "%s with %s of %d bytes %s."
            .formatted(
                CountedNoun.of(leftovers.size(), "path"),
                CountedNoun.of(leftovers.stream().mapToLong(Leftover::files).sum(), "file"),
                leftovers.stream().mapToLong(Leftover::bytes).sum(),
                dryRun ? "would be removed" : "removed"));
    printer.flush();
    return ExitCode.FINE.code();
  }
}
