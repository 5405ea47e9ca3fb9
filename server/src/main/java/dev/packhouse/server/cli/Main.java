package dev.packhouse.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program: the generator's commands, and {@code serve}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    LibraryLogging.quieten();
    CommandLine program = program(System.getenv(), new RegistryServing(System.out));
    program.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(program.execute(arguments));
  }

  static CommandLine program(Map<String, String> environment, Serving serving) {
    CommandSpec spec =
        CommandSpec.create()
            .name("packhouse")
            .mixinStandardHelpOptions(true)
            .versionProvider(new VersionText());
    spec.usageMessage().description("A package registry from package folders.");
    // The generator's commands come here: generate, validate.
    spec.addSubcommand("serve", ServeCommand.spec(environment, serving));
    return new CommandLine(spec)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures(environment));
  }
}
