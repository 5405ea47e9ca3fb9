package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the findings keep their word: what they call bad is found, what they call good not.
 */
final class FindingPagesTest {
  @TempDir Path folder;

  static Stream<FindingPage> spec() throws IOException {
    return FindingPage.all().filter(page -> page.isOf("spec"));
  }

  @ParameterizedTest
  @MethodSource("spec")
  void findsWhatThePageCallsBad(FindingPage page) throws IOException {
    List<Finding> findings = findings(page.make(page.bad(), folder));

    assertThat(findings)
        .as(findings.toString())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(page.code());
              assertThat(finding.severity().name().toLowerCase(Locale.ROOT))
                  .isEqualTo(page.cell("severity"));
            });
  }

  @ParameterizedTest
  @MethodSource("spec")
  void staysSilentAboutWhatThePageCallsGood(FindingPage page) throws IOException {
    List<Finding> findings = findings(page.make(page.good(), folder));

    assertThat(findings).as(findings.toString()).noneMatch(Finding::isError);
    assertThat(findings).extracting(Finding::code).doesNotContain(page.code());
  }

  private static List<Finding> findings(Path made) throws IOException {
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder(made.toString(), made))) {
      return SpecValidator.validate(raw);
    }
  }
}
