package dev.packhouse.generator.model;

/**
 * The release versions between two, both included, each as {@link SemanticVersion#packed()} gives
 * it.
 *
 * @param min the lowest packed version, at least 0
 * @param max the highest packed version, at least {@code min}
 */
public record VersionRange(long min, long max) {

  public VersionRange {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("not a range: " + min + " to " + max);
    }
  }
}
