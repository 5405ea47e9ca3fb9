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
  void keepsEachOfManyAlikeSortedAndOnce() throws IOException {
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder("p", folder))) {
      Findings findings = new Findings(raw);
      for (int line = 300; line > 0; line--) {
        findings.warning("a.b", "x.yml", new Place(line, 1), "Twice.", "Once.");
      }
      findings.warning("a.b", "x.yml", new Place(7, 1), "Twice.", "Once.");

      List<Finding> sorted = findings.sorted();

      assertThat(sorted).hasSize(300).isSorted();
      assertThat(sorted.getLast().place()).contains(new Place(300, 1));
    }
  }
}
