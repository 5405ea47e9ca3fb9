package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * Which versions a package works with, such as {@code ^7.14.1 || ^8.0.0}, read and decided as the
 * Go library Masterminds/semver 3.5.0 does.
 */
public final class VersionConstraint {

  private final String text;
  private final List<AndGroup> groups;

  VersionConstraint(String text, List<AndGroup> groups) {
    this.text = text;
    this.groups = List.copyOf(groups);
  }

  /**
   * Reads a constraint: comparisons that are parted by blanks or commas must all hold, groups of
   * them are parted by {@code ||}, and {@code a - b} is from a to b. Operators are {@code = != > <
   * >= => <= =< ~ ~> ^} or none, wildcards {@code x X *}. The reasons of a rejection are meant for
   * people.
   */
  public static ParseResult<VersionConstraint> parse(String text) {
    return ConstraintParser.parse(text);
  }

  /** The constraint as it was written. */
  public String text() {
    return text;
  }

  /** Whether the constraint lets the version pass, with or without a pre-release tag. */
  public boolean admits(SemanticVersion version) {
    return groups.stream().anyMatch(group -> group.admits(version));
  }

  /**
   * The release versions that the constraint admits, as ranges in ascending order with a gap
   * between each and the next; none where it admits no version at all. Empty where they cannot be
   * said so and only {@link #admits} can tell: where the constraint has a pre-release tag or a part
   * of 2^21 or more. Versions that have no packed form are in no range, whether admitted or not.
   */
  public Optional<List<VersionRange>> ranges() {
    if (!groups.stream().allMatch(AndGroup::isPacked)) {
      return Optional.empty();
    }
    RangeSet union = groups.stream().map(AndGroup::ranges).reduce(RangeSet.NONE, RangeSet::union);
    return Optional.of(union.ranges());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionConstraint constraint && text.equals(constraint.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
