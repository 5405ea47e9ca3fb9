package dev.packhouse.generator.cli;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.generate.Rollback;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code packhouse rollback}. */
@Command(
    name = "rollback",
    description = "Makes an earlier generation of a registry the current one again.",
    mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "public",
      description = "The folder that was published to. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "GENERATION",
      description = "A generation that is kept, such as 000003. Default: the one before.")
  private @Nullable String to;

  @Mixin private TimeOption time = new TimeOption();

  @Override
  public Integer call() throws IOException {
    if (to != null && !RegistryPointer.isGeneration(to)) {
      throw new ParameterException(
          spec.commandLine(), "--to " + to + ": expected the number of a generation.");
    }
    Publication publication = Rollback.run(out, Optional.ofNullable(to), time.time());
    spec.commandLine().getOut().println(said(publication));
    spec.commandLine().getOut().flush();
    return ExitCode.FINE.code();
  }

  private static String said(Publication publication) {
    return switch (publication) {
      case Publication.Switched(String generation) ->
          "Generation " + generation + " is the current one again.";
      case Publication.AlreadyCurrent(String generation) ->
          "Generation " + generation + " is the current one already.";
    };
  }
}
