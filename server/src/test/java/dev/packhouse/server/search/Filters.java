package dev.packhouse.server.search;

import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.query.DiscoveryFilter;
import dev.packhouse.server.query.PackageFilter;
import java.util.List;
import java.util.Optional;

/** Filters by hand, starting from one that leaves out pre-releases only. */
final class Filters {
  private Optional<SemanticVersion> kibana = Optional.empty();
  private List<DiscoveryFilter> discovery = List.of();
  private boolean prerelease;
  private boolean experimental;

  private Filters() {}

  static Filters none() {
    return new Filters();
  }

  Filters kibana(SemanticVersion value) {
    kibana = Optional.of(value);
    return this;
  }

  Filters discovery(List<DiscoveryFilter> values) {
    discovery = values;
    return this;
  }

  Filters prerelease() {
    prerelease = true;
    return this;
  }

  Filters experimental() {
    experimental = true;
    return this;
  }

  PackageFilter build() {
    return new PackageFilter(
        kibana,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        discovery,
        prerelease,
        experimental);
  }
}
