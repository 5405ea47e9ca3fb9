package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.generate.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packhouse validate}. */
@Command(
    name = "validate",
    description = "Says what is wrong with packages. Nothing is written.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Packages, zips, or folders with some at any depth.")
  private List<Path> paths = List.of();

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = OutputFormat.Names.class,
      description = "How findings are printed: text or json. Default: text.")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    RunReport report;
    try (TerminalProgress progress = TerminalProgress.onErrorStream()) {
      report = Validator.run(paths, progress);
    }
    new ReportPrinter(spec.commandLine().getOut()).print(report, output);
    if (report.found() == 0) {
      spec.commandLine().getErr().println("No packages were found.");
      spec.commandLine().getErr().flush();
    }
    return (report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE).code();
  }
}
