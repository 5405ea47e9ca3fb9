package dev.packhouse.generator.model;

import tools.jackson.databind.node.ObjectNode;

/**
 * What versions are counted by. A value that a package does not have is empty.
 *
 * @param owner {@code owner.github}
 * @param subscription the subscription that the package needs, such as {@code basic}
 * @param release {@code ga}, {@code beta} or {@code experimental}
 */
public record PackageFacets(String owner, String subscription, String release) {
  /**
   * Those of a record. Manifests name the subscription as a condition; before there was such a
   * condition, their {@code license} was its name, and is taken for it where they have none.
   */
  public static PackageFacets of(ObjectNode record) {
    String condition = Trees.text(record, "conditions", "elastic", "subscription");
    return new PackageFacets(
        Trees.text(record, "owner", "github"),
        condition.isEmpty() ? Trees.text(record, "license") : condition,
        Trees.text(record, "release"));
  }
}
