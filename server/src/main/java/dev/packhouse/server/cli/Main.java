package dev.packhouse.server.cli;

import dev.packhouse.generator.cli.GenerateCommand;
import dev.packhouse.generator.cli.ValidateCommand;
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
    CommandLine program = program(System.getenv(), new RegistryServing(System.out, System.err));
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
    spec.addSubcommand("generate", CommandSpec.forAnnotatedObject(new GenerateCommand()));
    spec.addSubcommand("validate", CommandSpec.forAnnotatedObject(new ValidateCommand()));
    spec.addSubcommand("serve", ServeCommand.spec(environment, serving));
    return new CommandLine(spec)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures(environment));
  }
}
