package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A package that may enter a registry.
 *
 * @param record the values of its full record, save those that depend on how it is published:
 *     {@code download}, {@code signature_path}, and the {@code deprecated} of a newer version.
 *     Nobody writes to it.
 */
public record RegistryPackage(PackageId id, ObjectNode record) {
  /**
   * The package of a record.
   *
   * @param record of a package that every rule accepts
   */
  public static RegistryPackage of(ObjectNode record) {
    return new RegistryPackage(
        new PackageId(Trees.text(record, "name"), version(record, "version")), record);
  }

  public String type() {
    return Trees.text(record, "type");
  }

  public SemanticVersion formatVersion() {
    return version(record, "format_version");
  }

  public boolean isExperimental() {
    return Trees.text(record, "release").equals("experimental");
  }

  /**
   * The versions that the package works with.
   *
   * @param product {@code kibana} or {@code agent}
   */
  public Optional<VersionConstraint> condition(String product) {
    return Trees.object(record, "conditions")
        .flatMap(conditions -> Trees.object(conditions, product))
        .map(condition -> VersionConstraint.parse(Trees.text(condition, "version")))
        .map(RegistryPackage::valid);
  }

  public List<String> capabilities() {
    return Trees.object(record, "conditions")
        .flatMap(conditions -> Trees.object(conditions, "elastic"))
        .map(elastic -> Trees.texts(elastic, "capabilities"))
        .orElse(List.of());
  }

  /**
   * The names by which the package is discovered.
   *
   * @param kind {@code fields} or {@code datasets}
   */
  public List<String> discovery(String kind) {
    return Trees.object(record, "discovery").stream()
        .flatMap(discovery -> Trees.objects(discovery, kind).stream())
        .map(item -> Trees.text(item, "name"))
        .toList();
  }

  public PackageCategories categories() {
    return PackageCategories.of(record);
  }

  public PackageFacets facets() {
    return PackageFacets.of(record);
  }

  /** The block that says that the package should no longer be used. */
  public Optional<ObjectNode> deprecated() {
    return Trees.object(record, "deprecated");
  }

  private static SemanticVersion version(ObjectNode record, String key) {
    return valid(SemanticVersion.parseStrict(Trees.text(record, key)));
  }

  private static <T> T valid(ParseResult<T> result) {
    return switch (result) {
      case ParseResult.Parsed<T>(T value) -> value;
      case ParseResult.Rejected<T>(String reason) ->
          throw new IllegalStateException("an accepted package has a bad version: " + reason);
    };
  }
}
