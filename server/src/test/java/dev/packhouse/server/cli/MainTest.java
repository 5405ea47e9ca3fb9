package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.config.ServeOptions;
import dev.packhouse.server.config.ServerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class MainTest {
  @TempDir Path folder;

  private record Run(int exitCode, String out, String err) {}

  private static Run run(Map<String, String> environment, Serving serving, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Serve serve =
        new Serve(environment, serving, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Run(Main.of(serve).run(arguments), out.toString(), err.toString());
  }

  private static Run run(String... arguments) {
    return run(Map.of(), config -> ExitCode.FINE, arguments);
  }

  @Test
  void givesTheServerWhatFlagsSay() {
    AtomicReference<@Nullable ServerConfig> given = new AtomicReference<>();
    Run run =
        run(
            Map.of(),
            settings -> {
              given.set(settings.config());
              return ExitCode.FINE;
            },
            "serve",
            "--packages",
            "a",
            "--packages=b",
            "--allow-unknown-query-parameters=false");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(given.get())
        .isNotNull()
        .returns(
            new ServerConfig.Source.Packages(List.of(Path.of("a"), Path.of("b"))),
            ServerConfig::source)
        .returns(false, ServerConfig::allowUnknownQueryParameters);
  }

  @Test
  void servesWhereOnlyFlagsOfEprAreGiven() {
    AtomicReference<@Nullable ServerConfig> given = new AtomicReference<>();
    AtomicReference<List<String>> notes = new AtomicReference<>(List.of());
    Run run =
        run(
            Map.of("EPR_ADDRESS", ":1"),
            settings -> {
              given.set(settings.config());
              notes.set(settings.notes());
              return ExitCode.FINE;
            },
            "-address",
            "127.0.0.1:2",
            "-dry-run",
            "-allow-unknown-query-parameters=false",
            "-feature-proxy-mode=false",
            "-proxy-to=https://epr.example.org");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(notes.get())
        .containsExactly("--proxy-to has no effect: there is no proxy mode that would use it");
    assertThat(given.get())
        .isNotNull()
        .returns("127.0.0.1:2", config -> config.address().toString())
        .returns(true, ServerConfig::dryRun)
        .returns(false, ServerConfig::allowUnknownQueryParameters);
  }

  @Test
  void refusesWhatWouldServeAlmostNothing() {
    Run run = run(Map.of(), config -> ExitCode.BUG, "-feature-proxy-mode");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("packhouse serve: --feature-proxy-mode: Packhouse cannot ")
        .hasLineCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "init input", "validate", "serve", "--"})
  void repeatsNothingThatSteersATerminal(String command) {
    String[] words = (command + " \u001B[31m\n::error::x").split(" ", -1);
    Run run = run(words);
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("[31m\uFFFD::error::x").doesNotContain("\u001B", "\n::error");
  }

  @Test
  void failsWhereItsOutputGetsLost() {
    Run run = runOnFullDisk(/* isPipe= */ false);
    assertThat(run)
        .isEqualTo(
            new Run(
                3, "", "packhouse: cannot write to standard output: No space left on device\n"));
  }

  @Test
  void staysQuietWhereNobodyReadsOn() {
    assertThat(runOnFullDisk(/* isPipe= */ true)).isEqualTo(new Run(0, "", ""));
  }

  private static Run runOnFullDisk(boolean isPipe) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    StandardOutput standard = new StandardOutput(full, () -> isPipe);
    StringWriter err = new StringWriter();
    Serve serve =
        new Serve(
            Map.of(),
            config -> ExitCode.FINE,
            new PrintWriter(standard, true, StandardCharsets.UTF_8),
            new PrintWriter(err, true));
    return new Run(Main.of(serve).run(standard, "explain", "value.kind"), "", err.toString());
  }

  @Test
  void helpsWithNoFlagThatHasNoEffect() {
    assertThat(run("serve", "--help").out()).doesNotContain("--proxy-to");
    assertThat(run("serve", "--proxyto").err()).doesNotContain("--proxy-to");
    assertThat(run("-adress", ":1").err())
        .contains("packhouse serve: unknown flag -adress; did you mean --address?");
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
    assertThat(run("generate", "--bogus").err()).contains("; known are --allow-empty, --arch");
    assertThat(run("sevre").err()).contains("unknown command sevre; did you mean serve?");
    assertThat(run("serve", "here").err()).contains("unexpected argument here");
  }

  @Test
  void refusesAFlagWithoutValueOrTwice() {
    assertRefused("Missing required parameter for option '--address' (HOST:PORT)", "--address");
    assertRefused(
        "option '--address' (HOST:PORT) should be specified only once",
        "--address",
        ":1",
        "--address",
        ":2");
  }

  @Test
  void wantsACommand() {
    assertThat(run()).isEqualTo(new Run(2, "", run("--help").out()));
  }

  @Test
  void helpsWithACommandThatIsNamedBehindHelp() {
    assertThat(run("help")).isEqualTo(run("--help"));
    assertThat(run("help", "show")).isEqualTo(run("show", "--help"));
    assertThat(run("help", "sohw")).returns(2, Run::exitCode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "generate", "serve", "show"})
  void endsItsHelpWithTheExitCodes(String command) {
    assertThat(run(command, "--help").out())
        .contains(
            """

            Exit codes:
              0   All is well.
              1   Packages have mistakes, or what was asked for is not there.
              2   The command line or the configuration is wrong.
            """);
  }

  @Test
  void namesTheFileBesideOneThatIsNotThere() throws IOException {
    Files.createDirectory(folder.resolve("nginx_logs"));
    assertThat(run("validate", folder + "/nginx_log"))
        .isEqualTo(
            new Run(
                3,
                "",
                "packhouse: there is no %1$s/nginx_log; did you mean %1$s/nginx_logs?\n"
                    .formatted(folder)));
    assertThat(run("validate", folder + "/other").err()).endsWith("/other\n");
  }

  private static void assertRefused(String text, String... flags) {
    String[] arguments = Stream.concat(Stream.of("serve"), Stream.of(flags)).toArray(String[]::new);
    assertThat(run(arguments))
        .isEqualTo(new Run(2, "", "packhouse serve: " + text + "\nSee packhouse serve --help.\n"));
  }

  @Test
  void takesNoFileOfArguments() {
    assertThat(run("validate", "@/etc/hostname").err()).contains("there is no @/etc/hostname");
  }

  @Test
  void saysInOneLineThatTheMachineGaveUp() {
    Serving hungry =
        config -> {
          throw new OutOfMemoryError("Required array length is too large");
        };
    Serving broken =
        config -> {
          throw new StackOverflowError();
        };

    assertThat(run(Map.of(), hungry, "serve"))
        .isEqualTo(
            new Run(
                3,
                "",
                "packhouse: there is too little memory: Required array length is too large\n"));
    assertThat(run(Map.of(), broken, "serve").exitCode()).isEqualTo(4);
    assertThat(run(Map.of(), broken, "serve").err()).hasLineCount(1);
  }

  @Test
  void namesTheFormatsThatFindingsArePrintedIn() {
    assertThat(run("validate", "--output", "xml", "x"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                packhouse validate: Invalid value for option '--output': expected text, json, sarif or github but was 'xml'
                See packhouse validate --help.
                """));
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
                packhouse serve: --address: "here" is not a host and a port, for example localhost:8080
                packhouse serve: PACKHOUSE_CACHE_TIME_SEARCH: "ten" is not a duration, for example 1h30m
                See packhouse serve --help.
                """));
  }

  @Test
  void helpsWithEveryOptionOfTheTable() {
    Run run = run("serve", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(ServeOptions.ALL)
        .allSatisfy(
            option -> {
              assertThat(run.out()).contains(option.flag());
              option.variable().ifPresent(it -> assertThat(run.out()).contains("variable: " + it));
              option.key().ifPresent(it -> assertThat(run.out()).contains("in the file: " + it));
            });
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 79);
    assertThat(run.out())
        .endsWith(
            """

            Each can also be set in the environment or in the file: a flag wins over a
            variable, and that over the file. Those of EPR are understood, too.
            """);
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version").out()).startsWith("packhouse ");
    for (String command : List.of("generate", "validate", "explain", "init", "serve")) {
      assertThat(run(command, "--version").out()).isEqualTo(run("--version").out());
    }
    assertThat(run("-version").out()).isEqualTo(run("--version").out());
    assertThat(run("-address", ":1", "-version").out()).isEqualTo(run("--version").out());
  }

  @Test
  void tellsFailuresOfTheEnvironmentInOneLine() {
    assertThat(run(Map.of(), config -> fail(new IOException("disk is full")), "serve"))
        .isEqualTo(new Run(3, "", "packhouse: disk is full\n"));
  }

  static List<Arguments> failuresOfTheSystem() {
    return List.of(
        arguments(new NoSuchFileException("/x"), "there is no /x"),
        arguments(new AccessDeniedException("/x"), "no permission for /x"),
        arguments(new FileAlreadyExistsException("/x"), "there is already a file /x"),
        arguments(new NotDirectoryException("/x"), "/x is not a folder"),
        arguments(
            new FileSystemException("/x", null, "No space left on device"),
            "/x: No space left on device"),
        arguments(new FileSystemException("/x"), "the system refuses something with /x"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheSystem")
  void saysWhatThePathsInFailuresOfTheSystemAreAbout(IOException failure, String text) {
    Serving failing =
        config -> {
          throw new UncheckedIOException(failure);
        };
    assertThat(run(Map.of(), failing, "serve"))
        .isEqualTo(new Run(3, "", "packhouse: " + text + "\n"));
  }

  @Test
  void keepsWhatJacksonSaysToItself() {
    JacksonException internal =
        catchThrowableOfType(
            JacksonException.class, () -> JsonMapper.shared().readTree("{\"a\": 1").get("b"));
    assertThat(internal).hasMessageContaining("Source: ");
    IOException damaged = new IOException("/x/current.json is damaged", internal);
    assertThat(run(Map.of(), config -> fail(damaged), "serve").err())
        .isEqualTo("packhouse: /x/current.json is damaged\n");
    Serving broken =
        config -> {
          throw internal;
        };
    assertThat(run(Map.of(), broken, "serve").err()).doesNotContain("Source: ");
  }

  @Test
  void letsNoNameOfAFileSteerTheTerminal() {
    IOException nasty = new AccessDeniedException("/packages/\u001b[31m\n");
    assertThat(run(Map.of(), config -> fail(nasty), "serve").err())
        .isEqualTo("packhouse: no permission for /packages/\ufffd[31m\ufffd\n");
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
                "packhouse: this is a bug in Packhouse: java.lang.IllegalStateException: no such"
                    + " state (PACKHOUSE_DEBUG=1 shows where)\n"));
    assertThat(run(Map.of("PACKHOUSE_DEBUG", "1"), broken, "serve").err())
        .contains("at dev.packhouse.server.cli.MainTest");
  }

  private static ExitCode fail(IOException e) throws IOException {
    throw e;
  }
}
