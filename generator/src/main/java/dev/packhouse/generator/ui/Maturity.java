package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.DescribedVersion;

/**
 * How far a version is.
 *
 * @param mark for people: {@code experimental}, {@code beta} or {@code pre-release}; empty for what
 *     is usual
 * @param listed answers without parameters may hold it
 */
record Maturity(String mark, boolean listed) {
  /**
   * That of a version.
   *
   * @param release what its record says
   */
  static Maturity of(DescribedVersion version, String release) {
    boolean listed = version.indexed().listed();
    boolean early = release.equals("experimental") || release.equals("beta");
    return new Maturity(early ? release : listed ? "" : "pre-release", listed);
  }
}
