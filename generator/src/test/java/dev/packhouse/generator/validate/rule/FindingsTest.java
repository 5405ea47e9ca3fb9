package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsTest {
  @TempDir private Path folder;

  @Test
  void showsTheFirstOfManyAlikeAndHowManyMoreThereAre() throws IOException {
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder("p", folder))) {
      Findings findings = new Findings(raw);
      for (int line = 300; line > 0; line--) {
        findings.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
      }
      findings.warning("a.b", "y.yml", new Place(1, 1), "Twice.", "Once.");
      findings.warning("a.c", "x.yml", new Place(1, 1), "Twice.", "Once.");

      List<Finding> sorted = findings.sorted();

      assertThat(sorted).hasSize(103).isSorted();
      assertThat(sorted.get(101))
          .returns("There are 200 more of these in this file.", Finding::message)
          .returns("p/x.yml", Finding::file);
      assertThat(sorted.get(100).place()).contains(new Place(100, 1));
    }
  }
}
