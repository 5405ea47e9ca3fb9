package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class ServeFlagsTest {
  @Test
  void readsFlagsAndTheirValues() {
    assertThat(
            read(
                "serve --packages a --packages=b --dry-run --address :1"
                    + " --allow-unknown-query-parameters=false --proxy-to x"))
        .contains(
            Map.of(
                "--packages", List.of("a", "b"),
                "--dry-run", List.of("true"),
                "--address", List.of(":1"),
                "--allow-unknown-query-parameters", List.of("false"),
                "--proxy-to", List.of("x")));
    assertThat(read("serve")).contains(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate --out x",
        "serve --help",
        "serve --version",
        "serve --nosuch",
        "serve here",
        "serve --address",
        "serve --address=",
        "serve --address --dry-run",
        "serve --address :1 --address :2",
        "serve --dry-run false",
        "serve -- --dry-run",
        "serve -h"
      })
  void leavesTheRestToTheOtherReader(String line) {
    assertThat(read(line)).isEmpty();
  }

  @Property(tries = 2_000)
  void readsWhatPicocliWouldRead(@ForAll("lines") List<String> arguments) {
    Optional<Map<String, List<String>>> read = ServeFlags.read(arguments);

    Statistics.collect(read.isPresent());
    read.ifPresent(texts -> assertThat(Optional.of(texts)).isEqualTo(byPicocli(arguments)));
  }

  /** Nothing where picocli finds a mistake, or help is asked for. */
  private static Optional<Map<String, List<String>>> byPicocli(List<String> arguments) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Serve serve = new Serve(Map.of(), settings -> ExitCode.FINE, nowhere, nowhere);
    CommandLine program = Program.of(serve, new Failures(Map.of()));
    try {
      CommandLine.ParseResult command =
          program.parseArgs(arguments.toArray(String[]::new)).subcommand();
      return command.isUsageHelpRequested() || command.isVersionHelpRequested()
          ? Optional.empty()
          : Optional.of(Flags.texts(command));
    } catch (ParameterException mistake) {
      return Optional.empty();
    }
  }

  @Provide
  static Arbitrary<List<String>> lines() {
    List<String> names = new ArrayList<>(ServeFlags.KNOWN.keySet());
    names.addAll(List.of("--help", "--version", "-h", "-V", "--nosuch", "--", "-", "generate"));
    Arbitrary<String> flag = Arbitraries.of(names);
    Arbitrary<String> text =
        Arbitraries.of(
            "a", "true", "false", "", " ", "=", "a=b", "-x", "\"q\"", "serve", "a,b", "@x");
    Arbitrary<List<String>> given =
        Arbitraries.frequencyOf(
            Tuple.of(4, Combinators.combine(flag, text).as((f, t) -> List.of(f + "=" + t))),
            Tuple.of(4, Combinators.combine(flag, text).as(List::of)),
            Tuple.of(1, flag.map(List::of)),
            Tuple.of(1, text.map(List::of)));
    return given
        .list()
        .ofMaxSize(4)
        .map(
            parts ->
                Stream.concat(Stream.of("serve"), parts.stream().flatMap(List::stream)).toList());
  }

  private static Optional<Map<String, List<String>>> read(String line) {
    return ServeFlags.read(List.of(line.split(" ")));
  }
}
