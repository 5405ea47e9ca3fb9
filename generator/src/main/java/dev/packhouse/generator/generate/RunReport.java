package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.excuse.Excused;
import dev.packhouse.generator.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a run found and did.
 *
 * @param findings of all packages, sorted
 * @param excused what does not count, and why not; sorted
 * @param found packages below the roots, those hidden by an earlier root left out
 * @param accepted how many of them are good
 * @param publication what was published; empty where nothing was, on account of errors, or because
 *     the run only validates
 */
public record RunReport(
    List<Finding> findings,
    List<Excused> excused,
    int found,
    int accepted,
    Optional<Publication> publication) {
  static final String EMPTIED = "registry.emptied";

  public RunReport {
    findings = List.copyOf(findings);
    excused = List.copyOf(excused);
  }

  /** Whether nothing was published because no package would have been left. */
  public boolean isSpared() {
    return findings.stream().anyMatch(it -> it.code().equals(EMPTIED));
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
