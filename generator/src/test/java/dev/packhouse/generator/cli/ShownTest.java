package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of very many findings is printed, and what is counted. */
final class ShownTest {
  private static final List<Finding> MANY =
      Stream.concat(
              IntStream.rangeClosed(1, 300).mapToObj(line -> finding("x.yml", line)),
              Stream.of(finding("y.yml", 1)))
          .toList();

  @Test
  void showsTheFirstOfManyAlikeAndHowManyMoreThereAre() {
    List<Finding> shown = Shown.of(MANY);

    assertThat(shown).hasSize(102).isSorted();
    assertThat(shown.get(99).place()).contains(new Place(100, 1));
    assertThat(shown.get(100))
        .returns("There are 200 more of these in this file.", Finding::message)
        .returns("x.yml", Finding::file);
    assertThat(shown.get(101).file()).isEqualTo("y.yml");
  }

  @Test
  void countsAllAndGivesAllToPrograms() {
    RunReport report = new RunReport(MANY, List.of(), 1, 0, Optional.empty());
    StringWriter lines = new StringWriter();
    StringWriter frames = new StringWriter();
    StringWriter commands = new StringWriter();

    LineReport.print(report, new PrintWriter(lines));
    new FramedReport(new PrintWriter(frames), /* coloured= */ false).print(report);
    GithubReport.print(report, new PrintWriter(commands));

    assertThat(List.of(lines.toString(), frames.toString(), commands.toString()))
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("There are 200 more of these in this file.", "301 errors")
                    .doesNotContain("Wrong 101."));
    assertThat(json(ReportJson.of(report)).path("findings")).hasSize(301);
    assertThat(json(SarifJson.of(report)).at("/runs/0/results")).hasSize(301);
  }

  private static Finding finding(String file, int line) {
    return new Finding(
        Severity.ERROR,
        "a.b.c",
        file,
        Optional.of(new Place(line, 1)),
        "Wrong " + line + ".",
        "Mend it.");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
