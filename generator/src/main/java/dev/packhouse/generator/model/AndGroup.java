package dev.packhouse.generator.model;

import java.util.List;

/** What stands between two {@code ||} of a constraint: comparisons that must all hold. */
record AndGroup(List<Comparison> comparisons) {

  AndGroup {
    comparisons = List.copyOf(comparisons);
  }

  /** A version with a pre-release tag is admitted only where a comparison has such a tag too. */
  boolean admits(SemanticVersion version) {
    return (!version.hasPrerelease() || hasPrerelease())
        && comparisons.stream().allMatch(comparison -> comparison.admits(version));
  }

  /** Whether the group can be said in ranges of release versions. */
  boolean isPacked() {
    return comparisons.stream().allMatch(comparison -> comparison.bound().packed().isPresent());
  }

  RangeSet ranges() {
    return comparisons.stream().map(Comparison::ranges).reduce(RangeSet.ALL, RangeSet::intersect);
  }

  private boolean hasPrerelease() {
    return comparisons.stream().anyMatch(comparison -> comparison.bound().hasPrerelease());
  }
}
