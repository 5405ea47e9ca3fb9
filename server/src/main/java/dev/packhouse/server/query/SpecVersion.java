package dev.packhouse.server.query;

import java.util.Comparator;

/** A format version without its patch. Both parts are unsigned 64-bit numbers. */
public record SpecVersion(long major, long minor) implements Comparable<SpecVersion> {
  private static final Comparator<SpecVersion> ORDER =
      Comparator.comparing(SpecVersion::major, Long::compareUnsigned)
          .thenComparing(SpecVersion::minor, Long::compareUnsigned);

  @Override
  public int compareTo(SpecVersion other) {
    return ORDER.compare(this, other);
  }
}
