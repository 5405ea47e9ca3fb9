package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Validates packages, and writes nothing. */
public final class Validator {
  /** The findings are all that is wanted. */
  private record Nothing() implements PackagePass.Use {
    @Override
    public Optional<List<Finding>> unchanged(FoundPackage candidate) {
      return Optional.empty();
    }

    @Override
    public boolean valid(FoundPackage candidate, RawPackage raw, Validation.Accepted accepted) {
      return true;
    }

    @Override
    public void refused(FoundPackage candidate) {}
  }

  private Validator() {}

  /**
   * Looks at every package below the roots. Whoever names a path believes that there is one in it,
   * so a path without is an error.
   *
   * @throws IOException if a root is missing, or something below it cannot be read
   */
  public static RunReport run(List<Path> roots, Progress progress) throws IOException {
    PackagePass pass = PackagePass.over(roots, Intake.usual(), KnownPackages.none());
    for (int root = 0; root < roots.size(); root++) {
      if (!pass.hasPackages(root)) {
        pass.add(missing(roots.get(root)));
      }
    }
    int good = pass.run(progress, new Nothing());
    return new RunReport(pass.findings(), pass.packages().size(), good, Optional.empty());
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
