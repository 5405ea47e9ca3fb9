package dev.packhouse.generator.model;

import java.util.Comparator;

/** What a registry knows a package version by: its name and its version. */
public record PackageId(String name, SemanticVersion version) implements Comparable<PackageId> {
  private static final Comparator<PackageId> ORDER =
      Comparator.comparing(PackageId::name)
          .thenComparing(PackageId::version, SemanticVersion.TOTAL);

  /** By name, then from the oldest version to the newest. */
  @Override
  public int compareTo(PackageId other) {
    return ORDER.compare(this, other);
  }

  /** {@code name-version}, the name of an archive and of its top folder. */
  @Override
  public String toString() {
    return name + "-" + version.text();
  }
}
