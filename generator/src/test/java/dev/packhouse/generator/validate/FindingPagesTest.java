package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the findings keep their word: what they call bad is found, what they call good not.
 */
final class FindingPagesTest {
  @TempDir Path folder;

  static Stream<FindingPage> all() throws IOException {
    return FindingPage.all();
  }

  static Stream<FindingPage> spec() throws IOException {
    return FindingPage.all().filter(FindingPage::hasExample).filter(page -> page.isOf("spec"));
  }

  static Stream<FindingPage> registry() throws IOException {
    return FindingPage.all().filter(FindingPage::hasExample).filter(page -> page.isOf("registry"));
  }

  @ParameterizedTest
  @MethodSource("spec")
  void findsWhatThePageCallsBad(FindingPage page) throws IOException {
    assertFinds(page, page.cell("severity"), spec(page.make(page.bad(), folder)));
  }

  @ParameterizedTest
  @MethodSource("spec")
  void staysSilentAboutWhatThePageCallsGood(FindingPage page) throws IOException {
    assertSilent(page, spec(page.make(page.good(), folder)));
  }

  @ParameterizedTest
  @MethodSource("registry")
  void findsForARegistryWhatThePageCallsBad(FindingPage page) throws IOException {
    assertFinds(page, page.registrySeverity(), registry(page.make(page.bad(), folder)));
  }

  @ParameterizedTest
  @MethodSource("registry")
  void staysSilentForARegistryAboutWhatThePageCallsGood(FindingPage page) throws IOException {
    assertSilent(page, registry(page.make(page.good(), folder)));
  }

  @ParameterizedTest
  @MethodSource("withFirstVersion")
  void findsItFromTheFormatVersionOnThatThePageNames(FindingPage page) throws IOException {
    SemanticVersion first = page.firstVersion().orElseThrow();
    SemanticVersion before =
        FormatVersion.known().stream()
            .map(FormatVersion::version)
            .filter(it -> it.compareTo(first) < 0)
            .max(Comparator.naturalOrder())
            .orElseThrow();

    assertFinds(page, page.cell("severity"), spec(page.make(page.bad(), first.text(), folder)));
    Path earlier = Files.createDirectories(folder.resolve("earlier"));
    assertThat(spec(page.make(page.bad(), before.text(), earlier)))
        .as("in " + before.text())
        .noneMatch(it -> it.code().equals(page.code()) && it.isError());
  }

  static Stream<FindingPage> withFirstVersion() throws IOException {
    return spec()
        .filter(page -> page.firstVersion().isPresent())
        .filter(page -> !page.bad().contains("format_version:"));
  }

  @Test
  void saysOfEachCodeSomethingElse() throws IOException {
    assertThat(FindingPage.all().map(FindingPagesTest::summary)).doesNotHaveDuplicates();
  }

  private static String summary(FindingPage page) {
    return dev.packhouse.generator.page.FindingPage.parse(page.code(), page.text()).summary();
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhyThereIsNoExample(FindingPage page) {
    assertThat(page.hasExample()).isNotEqualTo(page.text().contains(FindingPage.NO_EXAMPLE));
  }

  /** The jar finds its pages by this list. */
  @Test
  void listsEveryPage() throws IOException {
    String rows =
        FindingPage.all()
            .map(
                page ->
                    "| [`%s`](%s.md) | %s | %s |\n"
                        .formatted(page.code(), page.code(), page.cell("severity"), summary(page)))
            .collect(Collectors.joining());

    Golden.assertPart(
        Path.of("../docs/findings/README.md"), "|---|---|---|", "\n## How a page is written", rows);
  }

  private static void assertFinds(FindingPage page, String severity, List<Finding> findings) {
    assertThat(findings)
        .as(findings.toString())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(page.code());
              assertThat(finding.severity().name().toLowerCase(Locale.ROOT)).isEqualTo(severity);
            });
  }

  private static void assertSilent(FindingPage page, List<Finding> findings) {
    assertThat(findings).as(findings.toString()).noneMatch(Finding::isError);
    assertThat(findings).extracting(Finding::code).doesNotContain(page.code());
  }

  private static List<Finding> spec(Path made) throws IOException {
    try (RawPackage raw = read(made)) {
      return new SpecValidator().validate(raw);
    }
  }

  private static List<Finding> registry(Path made) throws IOException {
    try (RawPackage raw = read(made)) {
      return PackageValidator.validate(raw).findings();
    }
  }

  private static RawPackage read(Path made) throws IOException {
    return PackageReader.read(new RawPackage.Source.Folder(made.toString(), made));
  }
}
