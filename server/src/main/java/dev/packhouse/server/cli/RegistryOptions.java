package dev.packhouse.server.cli;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.server.client.AskedRegistry;
import dev.packhouse.server.client.FolderRegistry;
import dev.packhouse.server.client.HttpRegistry;
import dev.packhouse.server.client.RegistryAddress;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which registry is asked, and how its answer is printed. */
final class RegistryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--registry",
      paramLabel = "WHERE",
      defaultValue = "public",
      description =
          "The registry that is asked: a folder that was published to, or an address with http,"
              + " https or file. Default: ${DEFAULT-VALUE}.")
  private String registry = "";

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = PrintedFormat.Converter.class,
      completionCandidates = PrintedFormat.Converter.class,
      description = "How the answer is printed: text or json. Default: ${DEFAULT-VALUE}.")
  private PrintedFormat output = PrintedFormat.TEXT;

  PrintedFormat output() {
    return output;
  }

  AskedRegistry open() throws IOException {
    if (RegistryAddress.isOfFolder(registry)) {
      return FolderRegistry.open(right(RegistryAddress.parseFolder(registry)));
    }
    return RegistryAddress.isMeant(registry)
        ? HttpRegistry.at(right(RegistryAddress.parse(registry)))
        : FolderRegistry.open(Path.of(registry));
  }

  private <T> T right(ParseResult<T> parsed) {
    return switch (parsed) {
      case Parsed<T>(T value) -> value;
      case Rejected<T>(String reason) ->
          throw new ParameterException(
              spec.commandLine(), "--registry " + registry + ": " + reason);
    };
  }
}
