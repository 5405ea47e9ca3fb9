package dev.packhouse.server.query;

import java.util.Comparator;

/** A format version without its patch. Both parts are unsigned 64-bit numbers. */
public record SpecVersion(long major, long minor) implements Comparable<SpecVersion> {
  private static final Comparator<SpecVersion> ORDER =
      Comparator.comparing(SpecVersion::major, Long::compareUnsigned)
          .thenComparing(SpecVersion::minor, Long::compareUnsigned);

  /** The highest version below this one; 0.0 has none, and is no format that ever was. */
  SpecVersion previous() {
    if (minor != 0) {
      return new SpecVersion(major, minor - 1);
    }
    return major == 0 ? this : new SpecVersion(major - 1, -1);
  }

  @Override
  public int compareTo(SpecVersion other) {
    return ORDER.compare(this, other);
  }
}
