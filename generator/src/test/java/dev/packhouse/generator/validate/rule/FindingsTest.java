package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsTest {
  @TempDir private Path folder;

  @Test
  void keepsEachOfManyAlikeSortedAndOnce() throws IOException {
    Findings findings = newFindings();
    for (int line = 300; line > 0; line--) {
      findings.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
    }
    findings.warning("a.b", "x.yml", new Place(7, 1), "Twice.", "Once.");

    List<Finding> sorted = findings.sorted();

    assertThat(sorted).hasSize(300).isSorted();
    assertThat(sorted.getLast().place()).contains(new Place(300, 1));
  }

  @Test
  void countsThoseThatItDoesNotKeep() throws IOException {
    Findings findings = newFindings();
    for (int line = 1; line <= 50_000; line++) {
      findings.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
    }
    for (int file = 0; file < 20_000; file++) {
      findings.warning("a.b", "z" + file + ".yml", new Place(1, 1), "Twice.", "Once.");
    }

    assertThat(findings.sorted())
        .hasSize(10_002)
        .anyMatch(it -> it.file().equals("p/x.yml") && it.more() == 49_000)
        .anyMatch(it -> it.file().equals("p") && it.more() == 11_000);
  }

  @Test
  void countsTheSameOfWhatWasFoundElsewhere() throws IOException {
    Findings others = newFindings();
    for (int line = 1; line <= 5_000; line++) {
      others.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
      others.error("a.b", "x.yml", new Place(line, 2), "Twice.", "Once.");
    }
    for (int file = 0; file < 20_000; file++) {
      others.error("a.b", "z" + file + ".yml", new Place(1, 1), "Twice.", "Once.");
    }
    Findings asTheyAre = newFindings();
    asTheyAre.addAll(others, UnaryOperator.identity());
    Findings asWarnings = newFindings();
    asWarnings.addAll(others, Finding::asWarning);

    assertThat(asTheyAre.sorted()).isEqualTo(others.sorted());
    assertThat(asWarnings.hasErrors()).isFalse();
    assertThat(asWarnings.sorted())
        .anyMatch(it -> it.file().equals("p/x.yml") && it.more() == 9_000)
        .anyMatch(it -> it.file().equals("p") && it.more() == 12_000);
    assertThat(asWarnings.sorted().stream().mapToInt(Finding::count).sum()).isEqualTo(30_000);
  }

  @Test
  void makesNothingOfAnEmptyRest() throws IOException {
    Findings others = newFindings();
    others.warning("a.b", "x.yml", new Place(1, 1), "Twice.", "Once.");
    Findings findings = newFindings();
    findings.addAll(others, UnaryOperator.identity());

    assertThat(findings.sorted()).isEqualTo(others.sorted()).hasSize(1);
  }

  @Test
  void neverLosesAnErrorAmongManyWarnings() throws IOException {
    Findings findings = newFindings();
    for (int line = 1; line <= 5_000; line++) {
      findings.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
    }
    findings.error("a.b", "x.yml", new Place(6_000, 1), "Twice.", "Once.");

    assertThat(findings.hasErrors()).isTrue();
    assertThat(findings.sorted()).anyMatch(Finding::isError);
  }

  @Test
  void tellsOnceWhatWasFoundWhenAFileWasReadAgain() throws IOException {
    Findings findings = newFindings();
    Finding warning =
        new Finding(
            Severity.WARNING,
            "yaml.duplicate_key",
            "p/x.yml",
            Optional.of(new Place(1, 1)),
            "Twice.",
            "Once.");
    findings.addRead(List.of(warning));
    findings.addRead(List.of(warning));

    assertThat(findings.sorted()).containsExactly(warning.asError());
  }

  @Test
  void guessesNamesOnlySoOften() throws IOException {
    Findings findings = newFindings();
    List<String> names = List.of("k".repeat(190) + "eyword");

    assertThat(findings.fix("k".repeat(190) + "eywrd", names, "Other.")).startsWith("Did you");
    for (int i = 0; i < 1_000; i++) {
      findings.fix("x".repeat(150) + i, names, "Other.");
    }
    assertThat(findings.fix("k".repeat(190) + "eywrd", names, "Other.")).isEqualTo("Other.");
  }

  /** A folder needs not stay open: what is found there is only named. */
  private Findings newFindings() throws IOException {
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder("p", folder))) {
      return new Findings(raw);
    }
  }
}
