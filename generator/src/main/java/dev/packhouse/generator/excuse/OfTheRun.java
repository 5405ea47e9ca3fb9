package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import java.util.Set;

/**
 * What is wrong with a run itself, its paths and its excuses, and not with a package, or keeps it
 * from looking into one: nothing can excuse it, and no baseline accepts it.
 */
public final class OfTheRun {
  private static final Set<String> CODES =
      Set.of(
          "package.missing",
          "package.file.unreadable",
          "registry.emptied",
          "excuse.entry.invalid",
          "excuse.entry.expired",
          "excuse.entry.unused",
          "baseline.entry.unused");

  private OfTheRun() {}

  /** Whether a finding is about the run. */
  public static boolean is(Finding finding) {
    return CODES.contains(finding.code());
  }
}
