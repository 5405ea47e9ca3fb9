package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.FoundPackage;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Validates packages, and writes nothing. */
public final class Validator {
  private Validator() {}

  /**
   * Looks at every package below the roots; one without any is a mistake.
   *
   * @throws IOException if a root is missing, or something below it cannot be read
   */
  public static RunReport run(List<Path> roots, Progress progress) throws IOException {
    PackageFinder.Found found = PackageFinder.find(roots);
    Selection selection = Selection.of(found.packages());
    Set<Finding> findings = new ConcurrentSkipListSet<>(found.findings());
    findings.addAll(selection.findings());
    findings.addAll(withoutPackages(roots, found.packages()));
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

  /** Whoever names a path to be validated believes that there is something in it. */
  private static List<Finding> withoutPackages(List<Path> roots, List<FoundPackage> found) {
    Set<Integer> withPackages = found.stream().map(FoundPackage::root).collect(Collectors.toSet());
    return IntStream.range(0, roots.size())
        .filter(root -> !withPackages.contains(root))
        .mapToObj(root -> missing(roots.get(root)))
        .toList();
  }

  private static Finding missing(Path root) {
    return new Finding(
        Severity.ERROR,
        "package.missing",
        root.toString(),
        Optional.empty(),
        "There is no package here, at any depth.",
        "Name a folder or zip that has a manifest.yml with format_version, name and version.");
  }
}
