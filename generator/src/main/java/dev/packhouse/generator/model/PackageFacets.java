package dev.packhouse.generator.model;

/**
 * What versions are counted by. A value that a package does not have is empty.
 *
 * @param owner {@code owner.github}
 * @param subscription the subscription that the package needs, such as {@code basic}
 * @param release {@code ga}, {@code beta} or {@code experimental}
 */
public record PackageFacets(String owner, String subscription, String release) {}
