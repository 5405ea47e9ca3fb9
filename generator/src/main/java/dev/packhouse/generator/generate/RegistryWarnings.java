package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a registry would say of a package besides the spec, as warnings: the verdict is the spec's.
 * The two say some things in words and codes of their own; what stands in a line that the spec has
 * found fault with, or is missing where it misses something, is not said again.
 */
final class RegistryWarnings {
  private static final String MISSING = ".missing";

  private record Line(String file, Optional<Integer> number) {
    static Line of(Finding finding) {
      return new Line(finding.file(), finding.place().map(place -> place.line()));
    }
  }

  private final Set<Line> lines = new HashSet<>();
  private final Set<String> codes = new HashSet<>();

  private RegistryWarnings(List<Finding> spec) {
    for (Finding finding : spec) {
      lines.add(Line.of(finding));
      codes.add(point(finding));
    }
  }

  /** Those of the registry's findings that those of the spec do not say. */
  static List<Finding> of(List<Finding> spec, List<Finding> registry) {
    RegistryWarnings said = new RegistryWarnings(spec);
    return registry.stream().filter(said::isNew).map(Finding::asWarning).toList();
  }

  private boolean isNew(Finding finding) {
    return !lines.contains(Line.of(finding)) && !codes.contains(point(finding));
  }

  private static String point(Finding finding) {
    String code = finding.code().endsWith(MISSING) ? MISSING : finding.code();
    return code + " " + finding.file();
  }
}
