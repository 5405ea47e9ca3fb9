package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.GenerateCommand;
import dev.packhouse.generator.cli.ValidateCommand;
import dev.packhouse.server.log.ServerLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program: the generator's commands, and {@code serve}. */
public final class Main {
  private static final String SERVE = "serve";

  private Main() {}

  public static void main(String[] arguments) {
    LibraryLogging.quieten();
    Map<String, String> environment = System.getenv();
    Serving serving =
        new RegistryServing(
            System.out,
            logging -> ServerLog.start(logging, environment, System.err),
            new Failures(environment).traces());
    String[] given = GoArguments.of(arguments);
    CommandLine program =
        List.of(given).indexOf(SERVE) == 0
            ? serving(environment, serving)
            : program(environment, serving);
    program.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(execute(program, given));
  }

  /** What picocli lets through is no exception: the machine gave up. */
  static int execute(CommandLine program, String... arguments) {
    try {
      return program.execute(arguments);
    } catch (Error e) {
      program.getErr().println("packhouse: " + Failures.line(e));
      return Failures.exitCode(e).code();
    }
  }

  static CommandLine program(Map<String, String> environment, Serving serving) {
    CommandSpec spec = spec();
    spec.addSubcommand("generate", command(new GenerateCommand()));
    spec.addSubcommand("validate", command(new ValidateCommand()));
    spec.addSubcommand(SERVE, ServeCommand.spec(environment, serving));
    return commandLine(spec, environment);
  }

  /** To look at the annotations of the other commands would take a tenth of the server's start. */
  private static CommandLine serving(Map<String, String> environment, Serving serving) {
    CommandSpec spec = spec();
    spec.addSubcommand(SERVE, ServeCommand.spec(environment, serving));
    return commandLine(spec, environment);
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("packhouse");
    HelpOptions.add(spec);
    spec.usageMessage().description("A package registry from package folders.");
    return spec;
  }

  private static CommandLine commandLine(CommandSpec spec, Map<String, String> environment) {
    return new CommandLine(spec)
        // A folder may be called @x, and its name is no file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures(environment));
  }

  private static CommandSpec command(Object annotated) {
    return CommandSpec.forAnnotatedObject(annotated).versionProvider(new VersionText());
  }
}
