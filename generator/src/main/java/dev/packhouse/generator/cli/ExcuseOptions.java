package dev.packhouse.generator.cli;

import dev.packhouse.generator.excuse.ExcuseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where excuses stand: the options of all commands that hold packages against the spec. */
final class ExcuseOptions {
  private final InstantSource clock;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--excuses",
      paramLabel = "FILE",
      description =
          "Which findings are excused, and why. Default: the current folder's "
              + ExcuseFile.NAME
              + ", if there is one.")
  private @Nullable Path file;

  ExcuseOptions(InstantSource clock) {
    this.clock = clock;
  }

  boolean isGiven() {
    return file != null;
  }

  /**
   * The file, if there is one.
   *
   * @throws ParameterException if it is none that can be read
   */
  Optional<Path> file() throws IOException {
    if (file != null) {
      new OptionFile(spec.commandLine(), "--excuses", file).requireReadable();
    }
    Path usual = Path.of(ExcuseFile.NAME);
    return Optional.ofNullable(file).or(() -> Optional.of(usual).filter(Files::isRegularFile));
  }

  /** The day by which excuses end, the same all over the world. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
