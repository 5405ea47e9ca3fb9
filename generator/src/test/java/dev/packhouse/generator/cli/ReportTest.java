package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What formats make of reports that few packages lead to. */
final class ReportTest {
  private static final Finding ABOUT_A_FIELD = aboutAField(3);

  @Test
  void namesTheFieldForPrograms() {
    JsonNode finding = json(ReportJson.of(report(ABOUT_A_FIELD))).path("findings").path(0);
    assertThat(finding.path("field").asString()).isEqualTo("process.pid.type");
    assertThat(finding.propertyNames())
        .containsExactly("severity", "code", "file", "line", "column", "field", "message", "fix");

    JsonNode location =
        json(SarifJson.of(report(ABOUT_A_FIELD))).at("/runs/0/results/0/locations/0");
    assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("process.pid.type");
    assertThat(location.at("/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("dir/a%20b.yml");
  }

  @Test
  void tellsEqualFindingsOfAFileApart() {
    RunReport report = report(ABOUT_A_FIELD, aboutAField(9));
    JsonNode results = json(SarifJson.of(report)).at("/runs/0/results");

    assertThat(results).hasSize(2);
    assertThat(results.at("/0/partialFingerprints"))
        .isNotEqualTo(results.at("/1/partialFingerprints"));
  }

  @Test
  void saysWhoExcusedWhatAndWhy() {
    Excused excused = new Excused(ABOUT_A_FIELD, "It is old.", ".packhouse.yml:2");
    RunReport report = new RunReport(List.of(), List.of(excused), 1, 1, Optional.empty());

    JsonNode json = json(ReportJson.of(report));
    assertThat(json.path("findings")).isEmpty();
    assertThat(json.at("/excused/0/reason").asString()).isEqualTo("It is old.");
    assertThat(json.at("/excused/0/by").asString()).isEqualTo(".packhouse.yml:2");
    assertThat(json.at("/summary/excused").asInt()).isEqualTo(1);
    assertThat(Summary.of(report))
        .isEqualTo("1 package version, 1 good; 0 errors, 0 warnings, 1 excused.");
  }

  @Test
  void namesTheFirstPlacesOfManyEqualFindings() {
    Finding[] alike =
        IntStream.rangeClosed(10, 40)
            .mapToObj(
                number ->
                    new Finding(
                        Severity.ERROR,
                        "a.b.c",
                        "file" + number,
                        Optional.empty(),
                        "Wrong.",
                        "Mend it."))
            .toArray(Finding[]::new);
    StringWriter out = new StringWriter();

    new FramedReport(new PrintWriter(out), /* coloured= */ false).print(report(alike));
    assertThat(out.toString())
        .startsWith("file10: error: Wrong. [a.b.c]\n      = Mend it.\n")
        .contains("      = The same in 30 other places:\n        file11\n")
        .contains("        file20\n        and 20 more\n\n")
        .doesNotContain("file21");
  }

  private static Finding aboutAField(int line) {
    return new Finding(
        Severity.WARNING,
        "a.b.c",
        "dir/a b.yml",
        Optional.of(new Place(line, 5)),
        Optional.of("process.pid.type"),
        "Wrong.",
        "Mend it.");
  }

  private static RunReport report(Finding... findings) {
    return new RunReport(List.of(findings), List.of(), 1, 0, Optional.empty());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
