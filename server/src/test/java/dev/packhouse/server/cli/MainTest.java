package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {
  private record Run(int exitCode, String out, String err) {}

  private static Run run(Map<String, String> environment, Serving serving, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine program = Main.program(environment, serving);
    program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Run(program.execute(arguments), out.toString(), err.toString());
  }

  private static Run run(String... arguments) {
    return run(Map.of(), config -> ExitCode.FINE, arguments);
  }

  @Test
  void givesTheServerWhatFlagsSay() {
    AtomicReference<List<Path>> packages = new AtomicReference<>(List.of());
    AtomicReference<Boolean> lenient = new AtomicReference<>(true);
    Run run =
        run(
            Map.of(),
            config -> {
              packages.set(config.packagePaths());
              lenient.set(config.allowUnknownQueryParameters());
              return ExitCode.FINE;
            },
            "serve",
            "--packages",
            "a",
            "--packages=b",
            "--allow-unknown-query-parameters=false");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(packages.get()).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(lenient.get()).isFalse();
  }

  @Test
  void printsTheConfigurationInsteadOfServing() {
    Run run = run(Map.of(), config -> ExitCode.BUG, "serve", "--print-config", "--address", ":1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("address: 0.0.0.0:1 ", "# flag --address");
  }

  @Test
  void namesTheNearestFlagAndCommand() {
    assertThat(run("serve", "--pubilc", "x"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                packhouse serve: unknown flag --pubilc; did you mean --public?
                See packhouse serve --help.
                """));
    assertThat(run("sevre").err()).contains("unknown command sevre; did you mean serve?");
    assertThat(run("serve", "here").err()).contains("unexpected argument here");
  }

  @Test
  void refusesAFlagWithoutValueOrTwice() {
    assertThat(run("serve", "--address").exitCode()).isEqualTo(2);
    assertThat(run("serve", "--address", ":1", "--address", ":2").exitCode()).isEqualTo(2);
    assertThat(run().exitCode()).isEqualTo(2);
  }

  @Test
  void tellsAllProblemsAndWarnings() {
    Run run =
        run(
            Map.of("PACKHOUSE_CACHE_TIME_SEARCH", "ten", "PACKHOUSE_PUBLIK", "x"),
            config -> ExitCode.BUG,
            "serve",
            "--address",
            "here");
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                """
                warning: PACKHOUSE_PUBLIK: unknown variable, without effect; did you mean PACKHOUSE_PUBLIC?
                --address: "here" is not a host and a port, for example localhost:8080
                PACKHOUSE_CACHE_TIME_SEARCH: "ten" is not a duration, for example 1h30m
                """));
  }

  @Test
  void helpsWithEveryOptionOfTheTable() {
    Run run = run("serve", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("--packages=DIR", "variable: PACKHOUSE_PACKAGES", "in the file: package_paths");
    assertThat(run("--version").out()).startsWith("packhouse ");
  }

  @Test
  void tellsFailuresOfTheEnvironmentInOneLine() {
    assertThat(run(Map.of(), config -> fail(new IOException("disk is full")), "serve"))
        .isEqualTo(new Run(3, "", "packhouse: disk is full\n"));
    assertThat(
            run(
                Map.of(),
                config -> {
                  throw new UncheckedIOException(new NoSuchFileException("/x"));
                },
                "serve"))
        .isEqualTo(new Run(3, "", "packhouse: there is no /x\n"));
  }

  @Test
  void tellsTheReasonBehindAFailure() {
    IOException refused =
        new IOException(
            "cannot listen on localhost:80",
            new UncheckedIOException(new BindException("Address already in use")));
    assertThat(run(Map.of(), config -> fail(refused), "serve").err())
        .isEqualTo("packhouse: cannot listen on localhost:80: Address already in use\n");
  }

  @Test
  void owesUpToBugsAndShowsThemWhenAsked() {
    Serving broken =
        config -> {
          throw new IllegalStateException("no such state");
        };
    assertThat(run(Map.of(), broken, "serve"))
        .isEqualTo(
            new Run(
                4,
                "",
                "this is a bug in Packhouse: java.lang.IllegalStateException: no such state"
                    + " (PACKHOUSE_DEBUG=1 shows where)\n"));
    assertThat(run(Map.of("PACKHOUSE_DEBUG", "1"), broken, "serve").err())
        .contains("at dev.packhouse.server.cli.MainTest");
  }

  private static ExitCode fail(IOException e) throws IOException {
    throw e;
  }
}
