package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        .returns("And 200 more of these here.", Finding::message)
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
                    .contains("And 200 more of these here.", "301 errors")
                    .doesNotContain("Wrong 101."));
    assertThat(json(ReportJson.of(report)).path("findings")).hasSize(301);
    assertThat(json(SarifJson.of(report)).at("/runs/0/results")).hasSize(301);
  }

  @Test
  void addsUpWhatWasNotKeptAndWhatIsNotShown() {
    List<Finding> many = new ArrayList<>(MANY.subList(0, 300));
    many.add(many.getLast().forMore(19_700));
    RunReport report = new RunReport(many, List.of(), 1, 0, Optional.empty());
    JsonNode json = json(ReportJson.of(report));

    assertThat(lines(report)).contains("And 19900 more of these here.", "20000 errors");
    assertThat(Shown.of(many)).hasSize(101).isSorted();
    assertThat(Shown.of(many).stream().mapToInt(Finding::count).sum()).isEqualTo(20_000);
    assertThat(json.path("findings").path(300).path("more").asInt()).isEqualTo(19_700);
    assertThat(json.path("findings").path(0).has("more")).isFalse();
    assertThat(json.at("/summary/errors").asInt()).isEqualTo(20_000);
  }

  @Test
  void countsErrorsAndWarningsOfOneCodeForThemselves() {
    List<Finding> many = new ArrayList<>();
    MANY.subList(0, 102)
        .forEach(
            finding -> {
              many.add(finding);
              many.add(finding.asWarning());
            });

    assertThat(Shown.of(many))
        .filteredOn(finding -> finding.more() == 2)
        .extracting(Finding::severity)
        .containsExactlyInAnyOrder(Severity.ERROR, Severity.WARNING);
  }

  @Test
  void losesNoOtherFileInFrames() {
    List<Finding> equal =
        IntStream.rangeClosed(1, 103)
            .mapToObj(line -> finding("aaa.yml", line))
            .collect(Collectors.toCollection(ArrayList::new));
    equal.add(finding("zzz.yml", 103));
    StringWriter frames = new StringWriter();

    new FramedReport(new PrintWriter(frames), /* coloured= */ false)
        .print(new RunReport(equal, List.of(), 1, 0, Optional.empty()));

    assertThat(frames.toString())
        .contains("aaa.yml:103:1: error: And 3 more of these here.")
        .contains("zzz.yml:103:1: error: Wrong 103.");
  }

  private static String lines(RunReport report) {
    StringWriter lines = new StringWriter();
    LineReport.print(report, new PrintWriter(lines));
    return lines.toString();
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
