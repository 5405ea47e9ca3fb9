package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;

/**
 * A finding that does not count.
 *
 * @param reason why, as the one says who excused it
 * @param by the file where that stands, with the line if it has one
 */
public record Excused(Finding finding, String reason, String by) implements Comparable<Excused> {
  @Override
  public int compareTo(Excused other) {
    return finding.compareTo(other.finding);
  }
}
