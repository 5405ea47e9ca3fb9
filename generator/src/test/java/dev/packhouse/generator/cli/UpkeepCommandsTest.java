package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code rollback}, {@code sweep}, and what {@code generate} keeps for them. */
final class UpkeepCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Exception> thrown = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void publishTwice() throws IOException {
    generate("one");
    generate("two");
    out.getBuffer().setLength(0);
  }

  @Test
  void rollsBackAndSaysSo() throws IOException {
    String second = published();

    assertThat(execute(new RollbackCommand())).isZero();
    assertThat(out).hasToString("Generation 000001 is the current one again.\n");
    assertThat(published()).isNotEqualTo(second);
    out.getBuffer().setLength(0);

    assertThat(execute(new RollbackCommand(), "--to", "2")).isZero();
    assertThat(execute(new RollbackCommand(), "--to", "2")).isZero();
    assertThat(out)
        .hasToString(
            """
            Generation 000002 is the current one again.
            Generation 000002 is the current one already.
            """);
    assertThat(published()).isEqualTo(second);
  }

  @Test
  void publishesOnTopOfARollback() throws IOException {
    execute(new RollbackCommand());

    assertThat(generate("two")).isZero();

    assertThat(out.toString()).endsWith("Published as generation 000003.\n");
    assertThat(published()).contains("two");
  }

  @Test
  void refusesToRollBackToADamagedIndex() throws IOException {
    Path segments = folder.resolve("public/generations/000001/index/segments_1");
    Files.write(segments, new byte[] {1});

    execute(new RollbackCommand());

    assertThat(thrown)
        .singleElement()
        .asString()
        .contains("its index cannot be read; 000002 stays the current one");
    assertThat(published()).contains("two");
  }

  @Test
  void leavesAFailureToItsCallerWhereNoOlderOneIsKept() {
    execute(new RollbackCommand());
    execute(new RollbackCommand());

    assertThat(thrown).singleElement().asString().contains("there is no older generation in ");
  }

  @Test
  void keepsGenerationsForTenMinutesUnlessToldOtherwise() throws IOException {
    generate("three");
    assertThat(folder.resolve("public/generations/000001")).isDirectory();

    generate("four", "--grace", "0", "--keep", "2");
    assertThat(folder.resolve("public/generations/000001")).doesNotExist();
    assertThat(folder.resolve("public/generations/000002")).isDirectory();
  }

  @Test
  void saysWhatASweepWouldRemoveAndThenRemovesIt() throws IOException {
    generate("three");
    out.getBuffer().setLength(0);

    assertThat(execute(new SweepCommand(), "--grace", "0", "--dry-run")).isZero();
    assertThat(out.toString())
        .startsWith("generations/000001\n")
        .containsPattern("\\d+ paths? with \\d+ files of \\d+ bytes would be removed\\.\n$");
    assertThat(folder.resolve("public/generations/000001")).isDirectory();
    String planned = out.toString();
    out.getBuffer().setLength(0);

    assertThat(execute(new SweepCommand(), "--grace", "0")).isZero();
    assertThat(out).hasToString(planned.replace("would be removed", "removed"));
    assertThat(folder.resolve("public/generations/000001")).doesNotExist();
    out.getBuffer().setLength(0);

    assertThat(execute(new SweepCommand(), "--grace", "0")).isZero();
    assertThat(out).hasToString("0 paths with 0 files of 0 bytes removed.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--keep 0 | --keep 0 is too few: servers read the one before until they notice the next.",
        "--grace soon | expected a duration such as 1h30m but was 'soon'",
        "--keep many | 'many' is not an int"
      })
  void refusesToKeepNothing(String options, String problem) {
    assertThat(execute(new SweepCommand(), options.split(" ", -1)))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString().lines().findFirst().orElse("")).endsWith(problem);
  }

  /** Later than now: a clock that went back would not count. */
  @Test
  void givesTheTimeThatItIsToldToWhatChanges() throws IOException {
    assertThat(generate("three", "--source-date-epoch", "32503680000")).isZero();
    assertThat(changes()).endsWith("\"time\":\"3000-01-01T00:00:00Z\",\"kind\":\"changed\"");

    assertThat(execute(new RollbackCommand(), "--source-date-epoch", "32503680001")).isZero();
    assertThat(changes()).endsWith("\"time\":\"3000-01-01T00:00:01Z\",\"kind\":\"changed\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "now", "1.5", "253402300800", "9999999999999"})
  void refusesATimeThatIsNone(String time) {
    assertThat(execute(new RollbackCommand(), "--source-date-epoch=" + time))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString().lines().findFirst().orElse(""))
        .endsWith(
            "'%s' is no number of seconds since 1970, from 0 to 253402300799".formatted(time));
  }

  @Test
  void refusesATargetThatIsNoNumber() {
    assertThat(execute(new RollbackCommand(), "--to", "../x")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).startsWith("--to ../x: expected the number of a generation.");
  }

  private int generate(String title, String... options) throws IOException {
    PackageFixture.of("a", "1.0.0")
        .file("docs/README.md", title)
        .folder(folder.resolve("packages"));
    List<String> arguments =
        new ArrayList<>(List.of("--packages", folder.resolve("packages").toString(), "--replace"));
    arguments.addAll(List.of(options));
    return execute(new GenerateCommand(InstantSource.system()), arguments.toArray(String[]::new));
  }

  private int execute(Object command, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--out", folder.resolve("public").toString()));
    arguments.addAll(List.of(options));
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (failed, line, parsed) -> {
              thrown.add(failed);
              return ExitCode.ENVIRONMENT.code();
            })
        .execute(arguments.toArray(String[]::new));
  }

  /** The list of changes up to the name in its last entry. */
  private String changes() throws IOException {
    String list = Files.readString(folder.resolve("public/changes.json"));
    return list.substring(0, list.lastIndexOf(",\"name\""));
  }

  /** The README of the current generation. */
  private String published() throws IOException {
    Path root = folder.resolve("public");
    String archives = Files.readString(root.resolve("archives.json"));
    String base = archives.replaceAll("(?s).*?\"path\":\"(.*?)epr/a/.*", "$1");
    return Files.readString(root.resolve(base + "package/a/1.0.0/docs/README.md"));
  }
}
