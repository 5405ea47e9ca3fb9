package dev.packhouse.server.cli;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.server.client.AskedRegistry;
import dev.packhouse.server.client.FolderRegistry;
import dev.packhouse.server.client.HttpRegistry;
import dev.packhouse.server.client.RegistryAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which registry is asked, and how its answer is printed. */
final class RegistryOptions {
  private final CommandSpec command;
  private final OptionSpec where;
  private final OptionSpec output;

  private RegistryOptions(CommandSpec command, OptionSpec where, OptionSpec output) {
    this.command = command;
    this.where = where;
    this.output = output;
  }

  /** Adds the options to a command. */
  static RegistryOptions addTo(CommandSpec command) {
    RegistryOptions options = new RegistryOptions(command, where(), output());
    command.addOption(options.where);
    command.addOption(options.output);
    return options;
  }

  /** Shells take it for a path, and complete it; a path would take a slash out of an address. */
  private static OptionSpec where() {
    ITypeConverter<String> asWritten = text -> text;
    return OptionSpec.builder("--registry")
        .paramLabel("WHERE")
        .type(Path.class)
        .converters(asWritten)
        .defaultValue("public")
        .description(
            "The registry that is asked: a folder that was published to, or an address with http,"
                + " https or file. Default: ${DEFAULT-VALUE}.")
        .build();
  }

  private static OptionSpec output() {
    PrintedFormat.Converter formats = new PrintedFormat.Converter();
    return OptionSpec.builder("--output")
        .paramLabel("FORMAT")
        .type(PrintedFormat.class)
        .converters(formats)
        .completionCandidates(formats)
        .defaultValue("text")
        .description("How the answer is printed: text or json. Default: ${DEFAULT-VALUE}.")
        .build();
  }

  PrintedFormat format() {
    return output.getValue();
  }

  AskedRegistry open() throws IOException {
    String registry = where.getValue();
    if (RegistryAddress.isOfFolder(registry)) {
      return FolderRegistry.open(right(registry, RegistryAddress.parseFolder(registry)));
    }
    if (RegistryAddress.isMeant(registry)) {
      return HttpRegistry.at(right(registry, RegistryAddress.parse(registry)));
    }
    Path folder = Path.of(registry);
    if (RegistryAddress.isHostAndPort(registry) && !Files.exists(folder)) {
      throw wrong(registry, "there is no such folder; did you mean http://" + registry + "?");
    }
    return FolderRegistry.open(folder);
  }

  private <T> T right(String registry, ParseResult<T> parsed) {
    return switch (parsed) {
      case Parsed<T>(T value) -> value;
      case Rejected<T>(String reason) -> throw wrong(registry, reason);
    };
  }

  private ParameterException wrong(String registry, String reason) {
    return new ParameterException(command.commandLine(), "--registry " + registry + ": " + reason);
  }
}
