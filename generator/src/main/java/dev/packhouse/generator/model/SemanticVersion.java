package dev.packhouse.generator.model;

import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A version as semver.org describes it, read and ordered as the Go library Masterminds/semver 3.5.0
 * does, which the registry's clients rely on.
 *
 * <p>The natural order is semver precedence: build metadata does not count, so versions that are
 * not equal may compare as 0. {@link #equals} and {@link #TOTAL} go by the text as well.
 */
public final class SemanticVersion implements Comparable<SemanticVersion> {

  /** Precedence, then the text: versions that differ only in build metadata have one order. */
  public static final Comparator<SemanticVersion> TOTAL =
      Comparator.<SemanticVersion>naturalOrder().thenComparing(SemanticVersion::text);

  /** The parts of a version that has a packed form are below 2 to the power of this. */
  static final int PACKED_PART_BITS = 21;

  private static final int MOST_BYTES = 256;
  private static final String INVALID = "invalid semantic version";
  private static final String STARTS_WITH_ZERO = "version segment starts with 0";
  private static final String TOO_LONG = "version string is too long (max 256 bytes)";

  private final String text;
  private final long major;
  private final long minor;
  private final long patch;
  private final String prerelease;
  private final String build;

  private SemanticVersion(String text, VersionShape shape, long major, long minor, long patch) {
    this.text = text;
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.prerelease = shape.prerelease();
    this.build = shape.build();
  }

  /**
   * Reads what a client may send: {@code 8}, {@code 8.2}, {@code v8.2.0} and {@code 08.2.0} are
   * versions too. The reasons of a rejection are part of the HTTP interface.
   */
  public static ParseResult<SemanticVersion> parse(String text) {
    if (Utf8Length.exceeds(text, MOST_BYTES)) {
      return new Rejected<>(TOO_LONG);
    }
    return shape(text)
        .map(shape -> fromShape(text, shape))
        .orElseGet(() -> new Rejected<>(INVALID));
  }

  /** Reads what a package may call its version: three parts, no prefix, no leading zeros. */
  public static ParseResult<SemanticVersion> parseStrict(String text) {
    if (Utf8Length.exceeds(text, MOST_BYTES)) {
      return new Rejected<>(TOO_LONG);
    }
    Optional<VersionShape> shape =
        shape(text).filter(found -> !found.prefixed() && !found.patch().isEmpty());
    if (shape.isEmpty()) {
      return new Rejected<>(INVALID);
    }
    VersionShape found = shape.get();
    if (hasLeadingZero(found.major())
        || hasLeadingZero(found.minor())
        || hasLeadingZero(found.patch())) {
      return new Rejected<>(STARTS_WITH_ZERO);
    }
    return fromShape(text, found);
  }

  /** The first part, an unsigned number. */
  public long major() {
    return major;
  }

  /** The second part, an unsigned number; 0 where it was not written. */
  public long minor() {
    return minor;
  }

  /** The third part, an unsigned number; 0 where it was not written. */
  public long patch() {
    return patch;
  }

  /** What stands behind {@code -}, or the empty text. */
  public String prerelease() {
    return prerelease;
  }

  /** What stands behind {@code +}, or the empty text. */
  public String build() {
    return build;
  }

  /** The version as it was written. */
  public String text() {
    return text;
  }

  /** Whether the version has a pre-release tag. */
  public boolean hasPrerelease() {
    return !prerelease.isEmpty();
  }

  /** A byte string whose unsigned lexicographic order is that of {@link #TOTAL}. */
  public byte[] sortKey() {
    return SortKey.of(this);
  }

  /**
   * The three parts as one number that orders like the version: 21 bits each, never negative. Only
   * a version without pre-release tag whose parts are all below 2^21 has one.
   */
  public OptionalLong packed() {
    if (hasPrerelease() || (major | minor | patch) >>> PACKED_PART_BITS != 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((((major << PACKED_PART_BITS) | minor) << PACKED_PART_BITS) | patch);
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int order = compareMinor(other);
    if (order == 0) {
      order = Long.compareUnsigned(patch, other.patch);
    }
    return order == 0 ? comparePrerelease(other) : order;
  }

  /** Compares major parts only. */
  int compareMajor(SemanticVersion other) {
    return Long.compareUnsigned(major, other.major);
  }

  /** Compares major and minor parts only. */
  int compareMinor(SemanticVersion other) {
    int order = compareMajor(other);
    return order == 0 ? Long.compareUnsigned(minor, other.minor) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SemanticVersion version && text.equals(version.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private int comparePrerelease(SemanticVersion other) {
    if (hasPrerelease() && other.hasPrerelease()) {
      return Prerelease.of(prerelease).compareTo(Prerelease.of(other.prerelease));
    }
    return Boolean.compare(other.hasPrerelease(), hasPrerelease());
  }

  private static Optional<VersionShape> shape(String text) {
    return VersionShape.at(text, 0, VersionShape::isDigit)
        .filter(shape -> shape.end() == text.length());
  }

  private static ParseResult<SemanticVersion> fromShape(String text, VersionShape shape) {
    long[] parts = new long[3];
    int index = 0;
    for (String digits : new String[] {shape.major(), shape.minor(), shape.patch()}) {
      OptionalLong part = digits.isEmpty() ? OptionalLong.of(0) : UnsignedNumber.parse(digits);
      if (part.isEmpty()) {
        return new Rejected<>(outOfRange(digits));
      }
      parts[index++] = part.getAsLong();
    }
    for (String identifier : shape.prerelease().split("\\.", -1)) {
      if (hasLeadingZero(identifier) && VersionShape.isDigits(identifier)) {
        return new Rejected<>(STARTS_WITH_ZERO);
      }
    }
    return new Parsed<>(new SemanticVersion(text, shape, parts[0], parts[1], parts[2]));
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  /** The wording is that of Go's number parser, which clients of the registry see. */
  private static String outOfRange(String digits) {
    return "error parsing version segment: strconv.ParseUint: parsing \"%s\": value out of range"
        .formatted(digits);
  }
}
