package dev.packhouse.generator.generate;

import dev.packhouse.generator.excuse.Baseline;
import dev.packhouse.generator.excuse.ExcuseFile;
import dev.packhouse.generator.excuse.Excuses;
import dev.packhouse.generator.excuse.Ground;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.page.FindingPages;
import dev.packhouse.generator.read.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where excuses for findings come from, beside the packages themselves.
 *
 * @param file with those of the repository
 * @param baseline findings that were there before
 * @param today the day on which they are to count
 */
public record ExcuseSources(Optional<Path> file, Optional<Baseline> baseline, LocalDate today) {
  /**
   * What was read.
   *
   * @param findings what is wrong with the file
   */
  record Opened(Excuses excuses, List<Finding> findings) {}

  /**
   * @param roots what the run looks at
   * @throws IOException if the file cannot be read
   */
  Opened open(List<Path> roots) throws IOException {
    List<Ground> grounds = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    if (file.isPresent()) {
      ExcuseFile.Content content =
          ExcuseFile.from(
              file.get(), YamlFile.read(file.get()), roots, today, FindingPages::codesOf);
      grounds.addAll(content.excuses());
      findings.addAll(content.findings());
    }
    baseline.ifPresent(grounds::add);
    return new Opened(new Excuses(grounds, FindingPages::codesOf), findings);
  }
}
