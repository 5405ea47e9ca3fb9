package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    recipe
        .file()
        .ifPresent(
            file -> assertThat(errors).extracting(Finding::file).containsOnly(made + "/" + file));
    recipe
        .line()
        .ifPresent(
            line ->
                assertThat(errors)
                    .extracting(finding -> finding.place().map(Place::line).orElse(0))
                    .as(errors.toString())
                    .containsOnly(line));
    warningsAsExpected(recipe, made, false);
  }

  @ParameterizedTest
  @MethodSource("good")
  void acceptsWhatIsRight(Recipe recipe) throws IOException {
    Path made = recipe.make(folder);

    assertThat(findings(made, Severity.ERROR)).isEmpty();
    warningsAsExpected(recipe, made, true);
  }

  @Test
  void explainsEveryCodeInTheDocuments() throws IOException {
    String documented = Files.readString(Path.of("../docs/findings.md"));

    assertThat(Stream.concat(bad(), good()).flatMap(RecipeTest::codes).distinct())
        .isNotEmpty()
        .allSatisfy(code -> assertThat(documented).contains("| `" + code + "` |"));
  }

  private static Stream<String> codes(Recipe recipe) {
    return Stream.concat(recipe.errors().stream(), recipe.warnings().orElse(List.of()).stream());
  }

  private static void warningsAsExpected(Recipe recipe, Path made, boolean noneUnlessSaid)
      throws IOException {
    if (recipe.warnings().isPresent() || noneUnlessSaid) {
      assertThat(findings(made, Severity.WARNING))
          .extracting(Finding::code)
          .isEqualTo(recipe.warnings().orElse(List.of()));
    }
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
