package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture of {@code testdata/} is found, or stays silent, as its recipe says. */
final class RecipeTest {
  @TempDir Path folder;

  static Stream<Recipe> bad() throws IOException {
    return Recipe.all("bad");
  }

  static Stream<Recipe> good() throws IOException {
    return Recipe.all("good");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void findsWhatIsWrong(Recipe recipe) throws IOException {
    Path made = recipe.make(folder);
    List<Finding> errors = findings(made, Severity.ERROR);

    assertThat(errors).extracting(Finding::code).as(errors.toString()).isEqualTo(recipe.errors());
    pointAsExpected(recipe, made, errors);
    if (recipe.warnings().isPresent()) {
      warningsAsExpected(recipe, made);
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void acceptsWhatIsRight(Recipe recipe) throws IOException {
    Path made = recipe.make(folder);

    assertThat(findings(made, Severity.ERROR)).isEmpty();
    pointAsExpected(recipe, made, warningsAsExpected(recipe, made));
  }

  @Test
  void explainsEveryCodeOnAPage() throws IOException {
    Set<String> explained =
        FindingPage.all()
            .map(page -> page.code() + " " + page.registrySeverity())
            .collect(Collectors.toSet());

    assertThat(Stream.concat(bad(), good()).flatMap(RecipeTest::codes).distinct())
        .isNotEmpty()
        .isSubsetOf(explained);
  }

  private static Stream<String> codes(Recipe recipe) {
    return Stream.concat(
        recipe.errors().stream().map(code -> code + " error"),
        recipe.warnings().orElse(List.of()).stream().map(code -> code + " warning"));
  }

  private static List<Finding> warningsAsExpected(Recipe recipe, Path made) throws IOException {
    List<Finding> warnings = findings(made, Severity.WARNING);
    assertThat(warnings)
        .extracting(Finding::code)
        .as(warnings.toString())
        .isEqualTo(recipe.warnings().orElse(List.of()));
    return warnings;
  }

  private static void pointAsExpected(Recipe recipe, Path made, List<Finding> findings) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (Finding finding : findings) {
            recipe
                .file()
                .ifPresent(it -> softly.assertThat(finding.file()).isEqualTo(made + "/" + it));
            recipe.line().ifPresent(it -> softly.assertThat(line(finding)).isEqualTo(it));
            recipe.message().ifPresent(it -> softly.assertThat(finding.message()).contains(it));
          }
        });
  }

  private static int line(Finding finding) {
    return finding.place().map(Place::line).orElse(0);
  }

  private static List<Finding> findings(Path made, Severity severity) throws IOException {
    RawPackage.Source source = new RawPackage.Source.Folder(made.toString(), made);
    try (RawPackage raw = PackageReader.read(source)) {
      return PackageValidator.validate(raw).findings().stream()
          .filter(finding -> finding.severity() == severity)
          .toList();
    }
  }
}
