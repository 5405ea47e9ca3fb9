package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of many findings people are shown: of those of one code and severity in one file the first
 * 100, and how many more there are, with those of which only the number was kept. Programs and
 * baselines get all that were kept: 1,000 of a kind in a file, and 10,000 of a package.
 */
final class Shown {
  private static final int MOST_ALIKE = 100;

  private record Kind(Severity severity, String file, String code) {
    static Kind of(Finding finding) {
      return new Kind(finding.severity(), finding.file(), finding.code());
    }
  }

  private Shown() {}

  /** Sorted. */
  static List<Finding> of(Collection<Finding> findings) {
    Map<Kind, Integer> told = new HashMap<>();
    Map<Kind, Finding> rest = new HashMap<>();
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      Kind kind = Kind.of(finding);
      if (finding.more() == 0 && told.merge(kind, 1, Integer::sum) <= MOST_ALIKE) {
        shown.add(finding);
      } else {
        rest.merge(
            kind,
            finding.forMore(finding.count()),
            (before, more) -> more.forMore(before.more() + more.more()));
      }
    }
    shown.addAll(rest.values());
    return shown.stream().sorted().toList();
  }
}
