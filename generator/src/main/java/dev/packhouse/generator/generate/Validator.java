package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageFinder;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Validates packages, and writes nothing. */
public final class Validator {
  private Validator() {}

  /**
   * Looks at every package below the roots.
   *
   * @throws IOException if a root is missing, or something below it cannot be read
   */
  public static RunReport run(List<Path> roots, Progress progress) throws IOException {
    PackageFinder.Found found = PackageFinder.find(roots);
    Selection selection = Selection.of(found.packages());
    Set<Finding> findings = new ConcurrentSkipListSet<>(found.findings());
    findings.addAll(selection.findings());
    AtomicInteger accepted = new AtomicInteger();
    progress.start(selection.selected().size());
    Workers.forEach(
        selection.selected(),
        candidate -> {
          try (RawPackage raw = PackageReader.read(candidate.source())) {
            Validation validation = PackageValidator.validate(raw);
            findings.addAll(validation.findings());
            if (validation instanceof Validation.Accepted) {
              accepted.incrementAndGet();
            }
          }
          progress.step();
        });
    return new RunReport(
        List.copyOf(findings), selection.selected().size(), accepted.get(), Optional.empty());
  }
}
