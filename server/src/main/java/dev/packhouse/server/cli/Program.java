package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.ExplainCommand;
import dev.packhouse.generator.cli.GenerateCommand;
import dev.packhouse.generator.cli.InitCommand;
import dev.packhouse.generator.cli.RollbackCommand;
import dev.packhouse.generator.cli.SweepCommand;
import dev.packhouse.generator.cli.ValidateCommand;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands as picocli reads and explains them. */
final class Program {
  private Program() {}

  static CommandLine of(Serve serve, Failures failures) {
    CommandSpec spec = CommandSpec.create().name("packhouse");
    spec.mixinStandardHelpOptions(true).versionProvider(new VersionText());
    spec.usageMessage().description("A package registry from package folders.");
    InstantSource clock = InstantSource.system();
    spec.addSubcommand("init", command(new InitCommand()));
    spec.addSubcommand("generate", command(new GenerateCommand(clock)));
    spec.addSubcommand("validate", command(new ValidateCommand(clock)));
    spec.addSubcommand("explain", command(new ExplainCommand()));
    spec.addSubcommand("rollback", command(new RollbackCommand()));
    spec.addSubcommand("sweep", command(new SweepCommand()));
    spec.addSubcommand("search", SearchCommand.spec().versionProvider(new VersionText()));
    spec.addSubcommand("show", ShowCommand.spec().versionProvider(new VersionText()));
    spec.addSubcommand("completion", command(new CompletionCommand()));
    spec.addSubcommand(GoArguments.SERVE, ServeCommand.spec(serve));
    Map<String, String> exitCodes = exitCodes();
    spec.subcommands()
        .values()
        .forEach(
            command ->
                command
                    .getCommandSpec()
                    .usageMessage()
                    .exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(exitCodes));
    spec.addSubcommand("help", help());
    return new CommandLine(spec)
        .setOut(serve.out())
        .setErr(serve.err())
        // A folder may be called @x, and its name is no file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failures.tell(failure, command.getErr()).code());
  }

  private static CommandSpec help() {
    CommandSpec help = command(new CommandLine.HelpCommand());
    help.usageMessage().description("Shows what packhouse or one of its commands takes.");
    return help;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode exit : ExitCode.values()) {
      codes.put(String.valueOf(exit.code()), exit.meaning());
    }
    return codes;
  }

  private static CommandSpec command(Object annotated) {
    return CommandSpec.forAnnotatedObject(annotated).versionProvider(new VersionText());
  }
}
