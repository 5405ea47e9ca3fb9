package dev.packhouse.server.query;

import dev.packhouse.generator.model.SemanticVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions may answer a query. Absent values filter nothing.
 *
 * @param kibana the package's Kibana constraint must admit it
 * @param agent the package's agent constraint must admit it
 * @param capabilities the package may list no other capabilities than these
 * @param specMin lowest format version, its patch ignored
 * @param specMax highest format version, its patch ignored
 * @param discovery all of them must hold
 * @param prerelease versions with a pre-release tag and experimental ones count too
 * @param experimental the older filter decides, which of these looks only at Kibana, name and type
 */
public record PackageFilter(
    Optional<SemanticVersion> kibana,
    Optional<SemanticVersion> agent,
    Optional<String> name,
    Optional<String> type,
    Optional<Set<String>> capabilities,
    Optional<SpecVersion> specMin,
    Optional<SpecVersion> specMax,
    List<DiscoveryFilter> discovery,
    boolean prerelease,
    boolean experimental) {
  public PackageFilter {
    capabilities = capabilities.map(Set::copyOf);
    discovery = List.copyOf(discovery);
  }
}
