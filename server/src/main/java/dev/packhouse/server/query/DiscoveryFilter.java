package dev.packhouse.server.query;

import java.util.Set;

/** One {@code discovery} parameter. A package that names none of the kind never passes. */
public sealed interface DiscoveryFilter {
  Set<String> names();

  /** Every discovery field of the package is among the names. */
  record Fields(Set<String> names) implements DiscoveryFilter {
    public Fields {
      names = Set.copyOf(names);
    }
  }

  /** At least one discovery dataset of the package is among the names. */
  record Datasets(Set<String> names) implements DiscoveryFilter {
    public Datasets {
      names = Set.copyOf(names);
    }
  }
}
