package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code packhouse generate}. */
@Command(
    name = "generate",
    description = "Validates packages and publishes them as a static registry.",
    mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description =
          "A folder with packages at any depth, as folders or zips. May be given several times: the"
              + " first that has a version wins. Default: packages.")
  private List<Path> packages = List.of(Path.of("packages"));

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "public",
      description = "The folder to publish to. Default: public.")
  private Path out = Path.of("public");

  @Option(
      names = "--archives",
      paramLabel = "FORMATS",
      split = ",",
      defaultValue = "tar.gz,zip",
      description = "The archives to make: tar.gz, zip or both with a comma. Default: tar.gz,zip.")
  private List<String> archives = List.of();

  @Option(
      names = "--download",
      paramLabel = "FORMAT",
      defaultValue = "zip",
      description = "The archive that records name: zip or tar.gz. Default: zip.")
  private String download = "zip";

  @Option(
      names = "--replace",
      description = "Publish versions whose content changed since they were published.")
  private boolean replace;

  @Option(names = "--keep-going", description = "Publish the good packages even if others are bad.")
  private boolean keepGoing;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = OutputFormat.Names.class,
      description = "How findings are printed: text or json. Default: text.")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    GenerateOptions options = options();
    RunReport report = run(options);
    new ReportPrinter(spec.commandLine().getOut()).print(report, output);
    if (report.found() == 0) {
      warn("No packages were found; the registry is empty.");
    }
    if (report.publication().isEmpty()) {
      warn("Nothing was published. Mend the errors, or leave such packages out: --keep-going.");
    }
    return (report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE).code();
  }

  private RunReport run(GenerateOptions options) throws IOException {
    try (TerminalProgress progress = TerminalProgress.onErrorStream()) {
      return Generator.run(options, progress);
    } catch (NoSuchFileException e) {
      // The system says the same of a folder that it will not make and of one that it cannot find.
      if (Path.of(e.getFile()).equals(out.toAbsolutePath().normalize())) {
        throw new IOException("cannot make the folder " + out);
      }
      throw e;
    }
  }

  private GenerateOptions options() {
    Set<ArchiveFormat> made = EnumSet.noneOf(ArchiveFormat.class);
    archives.forEach(name -> made.add(format("--archives", name)));
    ArchiveFormat named = format("--download", download);
    if (!made.contains(named)) {
      throw usage("--download " + download + " needs --archives to make " + download + ".");
    }
    return new GenerateOptions(packages, out, made, named, replace, keepGoing);
  }

  private ArchiveFormat format(String option, String name) {
    Optional<ArchiveFormat> format = ArchiveFormat.parse(name);
    return format.orElseThrow(() -> usage(option + " knows zip and tar.gz, not '" + name + "'."));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void warn(String message) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
  }
}
