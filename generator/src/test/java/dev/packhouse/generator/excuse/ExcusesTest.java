package dev.packhouse.generator.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcusesTest {
  private static final Finding FINDING =
      new Finding(
          Severity.ERROR, "reference.object.dangling", "x", Optional.empty(), "Wrong.", "Mend it.");

  @TempDir Path folder;

  @Test
  void understandsTheCodesOfTheReferenceValidator() throws IOException {
    Judged judged = judge("errors:\n  exclude_checks:\n    - SVR00003\n");

    assertThat(judged.open()).isEmpty();
    assertThat(judged.excused())
        .singleElement()
        .returns(FINDING, Excused::finding)
        .returns("The package excludes SVR00003.", Excused::reason)
        .matches(it -> it.by().endsWith("/validation.yml:3"));
  }

  @Test
  void excludesNothingElse() throws IOException {
    assertThat(judge("errors:\n  exclude_checks:\n    - SVR00004\n").open())
        .extracting(Finding::code)
        .containsExactly("reference.object.dangling", "excuse.entry.unused");
  }

  @Test
  void excludesByTheFirstOfSeveralEntriesForOneCode() throws IOException {
    Judged judged =
        judge("errors:\n  exclude_checks:\n    - SVR00003\n    - reference.object.dangling\n");

    assertThat(judged.excused()).singleElement().matches(it -> it.by().endsWith(":3"));
    assertThat(judged.open())
        .singleElement()
        .returns("excuse.entry.unused", Finding::code)
        .returns(Optional.of(new Place(4, 7)), Finding::place);
  }

  @Test
  void tellsAHundredEntriesWithoutEffectAndCountsTheOthers() throws IOException {
    String entries = "    - SVR00004\n";
    List<Finding> open = judge("errors:\n  exclude_checks:\n" + entries.repeat(102)).open();

    assertThat(open).hasSize(102).contains(FINDING);
    assertThat(open.getLast().message())
        .isEqualTo("Nothing that is found is excused by 2 more codes here.");
    assertThat(judge("errors:\n  exclude_checks:\n" + entries.repeat(100)).open())
        .hasSize(101)
        .noneMatch(it -> it.message().contains("more codes"));
  }

  /** What is wrong with the file is a finding of the spec. */
  @ParameterizedTest
  @ValueSource(strings = {"", "[", "errors", "errors: [x]", "errors: {exclude_checks: {a: b}}"})
  void excludesNothingByAFileOfAnotherShape(String file) throws IOException {
    assertThat(judge(file).open()).containsExactly(FINDING);
  }

  private Judged judge(String validation) throws IOException {
    Path made = PackageFixture.of("a", "1.0.0").file("validation.yml", validation).folder(folder);
    Excuses excuses =
        new Excuses(
            List.of(),
            name -> name.equals("SVR00003") ? Set.of(name, FINDING.code()) : Set.of(name));
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      return excuses.judge(raw, List.of(FINDING));
    }
  }
}
