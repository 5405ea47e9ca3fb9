package dev.packhouse.generator.cli;

import dev.packhouse.generator.generate.ExcuseSources;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Intake;
import dev.packhouse.generator.generate.KnownPackages;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      defaultValue = "packages",
      description =
          "A folder with packages at any depth, as folders or zips. May be given several times: the"
              + " first that has a version wins. Default: ${DEFAULT-VALUE}.")
  private List<Path> packages = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "public",
      description = "The folder to publish to. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Option(
      names = "--archives",
      paramLabel = "FORMATS",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "tar.gz,zip",
      converter = ArchiveFormatConverter.class,
      completionCandidates = ArchiveFormatConverter.class,
      description =
          "The archives to make: tar.gz, zip or both with a comma. Default: ${DEFAULT-VALUE}.")
  private Set<ArchiveFormat> archives = Set.of();

  @Option(
      names = "--download",
      paramLabel = "ARCHIVE", // another than that of --output: completion tells them apart by it
      defaultValue = "zip",
      converter = ArchiveFormatConverter.class,
      completionCandidates = ArchiveFormatConverter.class,
      description = "The archive that records name: zip or tar.gz. Default: ${DEFAULT-VALUE}.")
  private ArchiveFormat download = ArchiveFormat.ZIP;

  @Option(
      names = "--replace",
      description = "Publish versions whose content changed since they were published.")
  private boolean replace;

  @Option(
      names = "--rehash",
      description =
          "Read every package. Without it, one whose files have the size, times and identity that"
              + " they had when the last run read it is taken to be the same.")
  private boolean rehash;

  @Option(names = "--keep-going", description = "Publish the good packages even if others are bad.")
  private boolean keepGoing;

  @Option(
      names = "--allow-empty",
      description = "Publish even if that takes the last package out of the registry.")
  private boolean allowEmpty;

  @Mixin private RetentionOptions retention = new RetentionOptions();
  @Mixin private TimeOption time = new TimeOption();

  @Option(
      names = "--require-package-signatures",
      description = "Refuse packages other than zips with a .sig beside them.")
  private boolean signed;

  @Option(
      names = "--disable-package-validation",
      description =
          "Publish whatever has an address and a record: most mistakes become warnings. Clients may"
              + " fail to install such packages.")
  private boolean unvalidated;

  @Option(
      names = "--with-spec",
      description =
          "Hold the packages against the package spec too: one that does not keep to it is not"
              + " published.")
  private boolean withSpec;

  @Option(names = "--no-ui", description = "Write no pages for people: the registry has no /ui/.")
  private boolean withoutPages;

  @Mixin private final ExcuseOptions excuses;
  @Mixin private final ContentCacheOption cache = new ContentCacheOption();
  @Mixin private OutputOptions output = new OutputOptions();

  /**
   * Makes the command.
   *
   * @param clock says on which day excuses are asked for, and how long files have been at rest
   */
  public GenerateCommand(InstantSource clock) {
    this.clock = clock;
    excuses = new ExcuseOptions(clock);
  }

  @Override
  public Integer call() throws IOException {
    GenerateOptions options = options();
    RunReport report = run(options);
    output.print(report);
    boolean isPublished = report.publication().isPresent();
    if (report.found() == 0) {
      warn("No packages were found" + (isPublished ? "; the registry is empty." : "."));
    }
    if (!isPublished) {
      warn("Nothing was published" + wayOut(report));
    }
    return (report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE).code();
  }

  private String wayOut(RunReport report) {
    if (report.isSpared()) {
      return ".";
    }
    return keepGoing
        ? ": what cannot be read may hold packages. Make it readable, then run again."
        : ". Mend the errors, or leave such packages out: --keep-going.";
  }

  private RunReport run(GenerateOptions options) throws IOException {
    try (TerminalProgress progress = TerminalProgress.onErrorStream()) {
      return Generator.run(options, progress, known(options));
    } catch (NoSuchFileException e) {
      // The system says the same of a folder that it will not make and of one that it cannot find.
      if (Path.of(e.getFile()).equals(absolute(out))) {
        throw new IOException("cannot make the folder " + out);
      }
      boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption("--packages");
      if (!isGiven && packages.contains(Path.of(e.getFile()))) {
        throw new IOException(
            "there is no folder " + e.getFile() + ": name the one with your packages: --packages");
      }
      throw e;
    }
  }

  /** The package spec is asked of all packages each time: its excuses are counted. */
  private KnownPackages known(GenerateOptions options) {
    if (withSpec) {
      return KnownPackages.none();
    }
    return rehash ? KnownPackages.afresh(clock) : KnownPackages.of(options, clock);
  }

  private GenerateOptions options() throws IOException {
    if (!archives.contains(download)) {
      String format = download.extension();
      throw new ParameterException(
          spec.commandLine(), "--download " + format + " needs --archives to make " + format + ".");
    }
    if (packages.contains(Path.of("")) || out.equals(Path.of(""))) {
      throw usage("an empty path names nothing; the current folder is called \".\".");
    }
    packages.stream()
        .filter(root -> absolute(root).startsWith(absolute(out)))
        .forEach(this::refuse);
    return new GenerateOptions(
        packages,
        out,
        archives,
        download,
        replace,
        keepGoing,
        allowEmpty,
        intake(),
        excusesOfSpec(),
        !withoutPages,
        retention.retention(),
        time.time());
  }

  private Optional<ExcuseSources> excusesOfSpec() throws IOException {
    if (!withSpec && excuses.isGiven()) {
      throw usage("--excuses needs --with-spec: what a registry cannot do without has no excuse.");
    }
    if (withSpec && unvalidated) {
      throw usage("--with-spec and --disable-package-validation do not go together: use one.");
    }
    return withSpec
        ? Optional.of(new ExcuseSources(excuses.file(), Optional.empty(), excuses.today()))
        : Optional.empty();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Intake intake() {
    return new Intake(!unvalidated, signed, Intake.usual().workers(), cache.isOn());
  }

  /** What no generation names is removed from the output. */
  private void refuse(Path root) {
    throw new ParameterException(
        spec.commandLine(),
        "--packages "
            + root
            + " lies in --out "
            + out
            + ", which is not a place to keep packages.");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void warn(String message) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
  }
}
