package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code packhouse completion}. */
@Command(
    name = "completion",
    description = "Prints a script with which bash and zsh complete commands and flags.",
    footer = {"", "In a shell or its start file: source <(packhouse completion)"},
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandSpec program = spec.root();
    out.print(AutoComplete.bash(program.name(), program.commandLine()));
    out.flush();
    return ExitCode.FINE.code();
  }
}
