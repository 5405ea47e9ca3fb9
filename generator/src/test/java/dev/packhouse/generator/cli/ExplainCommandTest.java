package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.page.FindingPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ExplainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsThePageOfACode() throws IOException {
    assertThat(run("value.kind")).isZero();
    assertThat(out.toString())
        .isEqualTo(Files.readString(Path.of("../docs/findings/value.kind.md")));
  }

  @Test
  void listsAllCodesWithTheirFirstSentence() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("manifest.title.missing\n    A package has no title.\n")
        .contains(FindingPages.codes());
    assertThat(out.toString().lines()).hasSize(2 * FindingPages.codes().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest.titel.missing | there is no code manifest.titel.missing;"
            + " did you mean manifest.title.missing?",
        "xyz | there is no code xyz; packhouse explain lists all codes."
      })
  void suggestsTheNearestCode(String code, String problem) {
    assertThat(run(code)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).startsWith(problem);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    return new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
