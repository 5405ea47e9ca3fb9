package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of many findings people are shown: of those of one code in one file the first ones, and how
 * many more there are. Programs get, and baselines and exit codes count, all of them.
 */
final class Shown {
  private static final int MOST_ALIKE = 100;

  private record Kind(String file, String code) {
    static Kind of(Finding finding) {
      return new Kind(finding.file(), finding.code());
    }
  }

  private Shown() {}

  static List<Finding> of(Collection<Finding> findings) {
    Map<Kind, Integer> totals = new HashMap<>();
    findings.forEach(finding -> totals.merge(Kind.of(finding), 1, Integer::sum));
    Map<Kind, Integer> counts = new HashMap<>();
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      int count = counts.merge(Kind.of(finding), 1, Integer::sum);
      int total = totals.getOrDefault(Kind.of(finding), 0);
      if (count <= MOST_ALIKE) {
        shown.add(finding);
      } else if (count == total) {
        shown.add(more(finding, total - MOST_ALIKE));
      }
    }
    return shown;
  }

  private static Finding more(Finding last, int number) {
    String message =
        number == 1
            ? "There is 1 more of these in this file."
            : "There are " + number + " more of these in this file.";
    return new Finding(
        last.severity(), last.code(), last.file(), last.place(), message, last.fix());
  }
}
