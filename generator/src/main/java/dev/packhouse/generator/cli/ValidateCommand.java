package dev.packhouse.generator.cli;

import dev.packhouse.generator.excuse.Baseline;
import dev.packhouse.generator.excuse.OfTheRun;
import dev.packhouse.generator.generate.ExcuseSources;
import dev.packhouse.generator.generate.Intake;
import dev.packhouse.generator.generate.Profile;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.generate.ValidateOptions;
import dev.packhouse.generator.generate.Validator;
import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.PrintableText;
import dev.packhouse.generator.model.RefusalReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packhouse validate}. */
@Command(
    name = "validate",
    description = "Says what is wrong with packages. Nothing is written.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  /** In bytes; room for some hundred thousand findings. */
  private static final long LARGEST_BASELINE = 64L * 1024 * 1024;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Packages, zips, or folders with some at any depth; or globs in quotes.")
  private List<Path> paths = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "spec",
      converter = ProfileConverter.class,
      completionCandidates = ProfileConverter.class,
      description =
          "What packages are held against: spec, which authors keep to, or registry, without which"
              + " generate publishes nothing. Default: ${DEFAULT-VALUE}.")
  private Profile profile = Profile.SPEC;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Excuse the findings that stand in this file, and fail on new ones only.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the findings to this file, for --baseline.")
  private @Nullable Path written;

  @Mixin private final ExcuseOptions excuses;
  @Mixin private final ContentCacheOption cache = new ContentCacheOption();
  @Mixin private OutputOptions output = new OutputOptions();

  /**
   * Makes the command.
   *
   * @param clock says on which day excuses are asked for
   */
  public ValidateCommand(InstantSource clock) {
    excuses = new ExcuseOptions(clock);
  }

  @Override
  public Integer call() throws IOException {
    if (baseline != null && written != null) {
      throw new ParameterException(
          spec.commandLine(), "--baseline and --write-baseline do not go together: use one.");
    }
    if (written != null) {
      Path target = file("--write-baseline", written).requireWritable();
      requireNothingElse(written, target);
      return baseline(written, target, run()).code();
    }
    RunReport report = run();
    output.print(report);
    return (report.hasErrors() ? ExitCode.FINDINGS : ExitCode.FINE).code();
  }

  private RunReport run() throws IOException {
    ExcuseSources sources = new ExcuseSources(excuses.file(), known(), excuses.today());
    ValidateOptions options =
        new ValidateOptions(
            PathPatterns.expand(spec.commandLine(), paths), profile, intake(), sources);
    try (TerminalProgress progress = TerminalProgress.onErrorStream()) {
      return Validator.run(options, progress);
    }
  }

  private Intake intake() {
    Intake usual = Intake.usual();
    return new Intake(usual.validated(), usual.signed(), usual.workers(), cache.isOn());
  }

  private Optional<Baseline> known() throws IOException {
    if (baseline == null) {
      return Optional.empty();
    }
    file("--baseline", baseline).requireReadable(LARGEST_BASELINE);
    return switch (Baseline.parse(baseline, text(baseline))) {
      case ParseResult.Parsed<Baseline>(Baseline parsed) -> Optional.of(parsed);
      case ParseResult.Rejected<Baseline>(String reason) ->
          throw new ParameterException(
              spec.commandLine(), "--baseline " + baseline + " is no baseline: " + reason + ".");
    };
  }

  /** A list that is there is replaced, or an empty file; anything else was named by mistake. */
  private void requireNothingElse(Path file, Path target) throws IOException {
    if (!Files.exists(target) || Files.size(target) == 0) {
      return;
    }
    boolean isList =
        Files.size(target) <= LARGEST_BASELINE
            && Baseline.parse(file, text(target)) instanceof ParseResult.Parsed<Baseline>;
    if (!isList) {
      throw new ParameterException(
          spec.commandLine(),
          "--write-baseline: " + file + " is no baseline, and is not replaced by one.");
    }
  }

  private OptionFile file(String option, Path path) {
    return new OptionFile(spec.commandLine(), option, path);
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException noText) {
      return "";
    }
  }

  /**
   * A run that did not look at what it should writes nothing: it would accept too little.
   *
   * @param file as it is named, from whose folder paths are
   * @param target where it is
   */
  private ExitCode baseline(Path file, Path target, RunReport report) throws IOException {
    String shown = PrintableText.of(file.toString());
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> ofTheRun = report.findings().stream().filter(OfTheRun::is).toList();
    ofTheRun.forEach(out::println);
    boolean isWhole = ofTheRun.stream().noneMatch(Finding::isError);
    if (isWhole) {
      write(file, target, report);
      int count = report.findings().size() - ofTheRun.size();
      out.println(CountedNoun.of(count, "finding") + " written to " + shown + ".");
    } else {
      out.println("Nothing was written to " + shown + ".");
    }
    out.flush();
    return isWhole ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  /**
   * The file is there whole, or as it was. It is staged in a folder, because a temporary file would
   * be readable by its owner only.
   */
  private static void write(Path file, Path target, RunReport report) throws IOException {
    try {
      replace(target, Baseline.text(file, report.findings()));
    } catch (IOException failed) {
      // Without the cause, which names what is temporary.
      throw new IOException("cannot write " + file + ": " + RefusalReason.of(failed));
    }
  }

  private static void replace(Path target, String text) throws IOException {
    Path folder = Files.createTempDirectory(target.resolveSibling(""), ".baseline");
    Path staged = folder.resolve("baseline.json");
    try {
      Files.writeString(staged, text);
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
      Files.delete(folder);
    }
  }
}
