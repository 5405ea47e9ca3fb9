package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * What the index holds about one package version: the values that queries ask for, and the bytes
 * that answer them.
 *
 * @param type {@code integration}, {@code input}, {@code content} or whatever the manifest says
 * @param formatVersion the manifest's {@code format_version}
 * @param isExperimental whether the record's {@code release} says so
 * @param kibana {@code conditions.kibana.version}
 * @param agent {@code conditions.agent.version}
 * @param capabilities {@code conditions.elastic.capabilities}
 * @param discoveryFields names in {@code discovery.fields}
 * @param discoveryDatasets names in {@code discovery.datasets}
 * @param categories those that are in the table
 * @param facets what versions are counted by beside type, format version and categories
 * @param record the search record
 * @param contentBase base of the version's files and archives, see {@link RegistryLayout}
 * @param recordBase base of the version's full record, see {@link RegistryLayout}
 */
public record IndexedPackage(
    PackageId id,
    String type,
    SemanticVersion formatVersion,
    boolean isExperimental,
    Optional<VersionConstraint> kibana,
    Optional<VersionConstraint> agent,
    List<String> capabilities,
    List<String> discoveryFields,
    List<String> discoveryDatasets,
    PackageCategories categories,
    PackageFacets facets,
    ShortRecord record,
    String contentBase,
    String recordBase) {
  public IndexedPackage {
    capabilities = List.copyOf(capabilities);
    discoveryFields = List.copyOf(discoveryFields);
    discoveryDatasets = List.copyOf(discoveryDatasets);
  }
}
