package dev.packhouse.generator.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Validates packages, and writes nothing. */
public final class Validator {
  private Validator() {}

  /**
   * Looks at every package below the roots.
   *
   * @throws IOException if a root is missing, or something below it cannot be read
   */
  public static RunReport run(List<Path> roots, Progress progress) throws IOException {
    PackagePass pass = PackagePass.over(roots);
    int good = pass.run(progress, (_, _) -> true);
    return new RunReport(pass.findings(), pass.packages().size(), good, Optional.empty());
  }
}
