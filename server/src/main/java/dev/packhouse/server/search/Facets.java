package dev.packhouse.server.search;

import java.util.List;

/**
 * How many versions were found, and how many of them have which value. Each list has the values of
 * most versions first, then those first that come first in the alphabet.
 */
public record Facets(
    int total,
    List<CategoryCount> categories,
    List<FacetCount> types,
    List<FacetCount> owners,
    List<FacetCount> subscriptions,
    List<FacetCount> releases,
    List<FacetCount> specVersions) {
  static final Facets NONE =
      new Facets(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Facets {
    categories = List.copyOf(categories);
    types = List.copyOf(types);
    owners = List.copyOf(owners);
    subscriptions = List.copyOf(subscriptions);
    releases = List.copyOf(releases);
    specVersions = List.copyOf(specVersions);
  }
}
