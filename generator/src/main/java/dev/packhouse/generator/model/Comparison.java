package dev.packhouse.generator.model;

import static dev.packhouse.generator.model.Comparison.Precision.MAJOR;
import static dev.packhouse.generator.model.Comparison.Precision.MINOR;

/**
 * One operator with its version, as in {@code >=8.2}: the smallest piece of a constraint.
 *
 * @param bound the version, with 0 for each part that is not written or a wildcard
 * @param precision how much of the version was written
 */
record Comparison(Operator operator, SemanticVersion bound, Precision precision) {

  /** What the version is compared with the bound for. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    TILDE,
    CARET
  }

  /** The last part that is written and no wildcard; {@code ANY} is a wildcard and nothing else. */
  enum Precision {
    ANY,
    MAJOR,
    MINOR,
    PATCH
  }

  private static final long PATCH_BITS = (1L << SemanticVersion.PACKED_PART_BITS) - 1;
  private static final long MINOR_BITS = (1L << (2 * SemanticVersion.PACKED_PART_BITS)) - 1;

  /**
   * Whether the version passes this one comparison. Whether a version with a pre-release tag is
   * looked at in the first place is decided for all comparisons of a group together.
   */
  boolean admits(SemanticVersion version) {
    return switch (operator) {
      case EQUAL -> isExact() ? version.compareTo(bound) == 0 : admitsTilde(version);
      case NOT_EQUAL -> !isInLine(version);
      case GREATER -> compareLine(version) > 0;
      case GREATER_OR_EQUAL -> version.compareTo(bound) >= 0;
      case LESS -> version.compareTo(bound) < 0;
      case LESS_OR_EQUAL ->
          precision == Precision.ANY ? version.compareMinor(bound) <= 0 : compareLine(version) <= 0;
      case TILDE -> admitsTilde(version);
      case CARET -> admitsCaret(version);
    };
  }

  /** The packed versions that {@link #admits} admits; the bound has a packed form. */
  RangeSet ranges() {
    long first = bound.packed().orElseThrow();
    return switch (operator) {
      case EQUAL -> isExact() ? RangeSet.of(first, first) : RangeSet.of(first, lastOfTilde(first));
      case NOT_EQUAL -> RangeSet.below(first).union(RangeSet.above(lastOfLine(first)));
      case GREATER -> RangeSet.above(lastOfLine(first));
      case GREATER_OR_EQUAL -> RangeSet.of(first, Long.MAX_VALUE);
      case LESS -> RangeSet.below(first);
      case LESS_OR_EQUAL ->
          RangeSet.of(0, precision == Precision.ANY ? first | PATCH_BITS : lastOfLine(first));
      case TILDE -> RangeSet.of(first, lastOfTilde(first));
      case CARET -> RangeSet.of(first, lastOfCaret(first));
    };
  }

  private boolean isExact() {
    return precision == Precision.PATCH;
  }

  /**
   * Compares with all versions that begin as the bound is written: 0 for {@code 8.2.5} and {@code
   * 8.2.x}. A lone wildcard counts as {@code 0.0.0} here, as in the reference.
   */
  private int compareLine(SemanticVersion version) {
    return switch (precision) {
      case MAJOR -> version.compareMajor(bound);
      case MINOR -> version.compareMinor(bound);
      case PATCH, ANY -> version.compareTo(bound);
    };
  }

  /** Whether {@code !=} shuts the version out; {@code !=8.2.x-rc1} shuts out that very tag only. */
  private boolean isInLine(SemanticVersion version) {
    return compareLine(version) == 0
        && (precision != MINOR || version.prerelease().equals(bound.prerelease()));
  }

  private boolean admitsTilde(SemanticVersion version) {
    if (version.compareTo(bound) < 0) {
      return false;
    }
    return isOpenTilde()
        || (precision == MAJOR ? version.compareMajor(bound) : version.compareMinor(bound)) == 0;
  }

  /** {@code ~*}, and in the reference also {@code ~0.0.0}, have no upper end. */
  private boolean isOpenTilde() {
    return (isExact() || precision == Precision.ANY)
        && bound.major() == 0
        && bound.minor() == 0
        && bound.patch() == 0;
  }

  /** The leftmost part that is not 0 stays; a part that is not written may be anything. */
  private boolean admitsCaret(SemanticVersion version) {
    if (version.compareTo(bound) < 0) {
      return false;
    }
    if (bound.major() != 0 || precision == MAJOR) {
      return version.compareMajor(bound) == 0;
    }
    return version.compareMinor(bound) == 0
        && (bound.minor() != 0 || precision == MINOR || version.patch() == bound.patch());
  }

  private long lastOfLine(long first) {
    return switch (precision) {
      case MAJOR -> first | MINOR_BITS;
      case MINOR -> first | PATCH_BITS;
      case PATCH, ANY -> first;
    };
  }

  private long lastOfTilde(long first) {
    if (isOpenTilde()) {
      return Long.MAX_VALUE;
    }
    return first | (precision == MAJOR ? MINOR_BITS : PATCH_BITS);
  }

  private long lastOfCaret(long first) {
    if (bound.major() != 0 || precision == MAJOR) {
      return first | MINOR_BITS;
    }
    return bound.minor() != 0 || precision == MINOR ? first | PATCH_BITS : first;
  }
}
