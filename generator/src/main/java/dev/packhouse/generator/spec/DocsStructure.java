package dev.packhouse.generator.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sections that documentation has, for packages that want it to be checked. */
public final class DocsStructure {
  private static final JsonNode DATA = SpecData.read("docs-structure").path("versions");

  private DocsStructure() {}

  /** Those that there are, as {@code validation.yml} writes them. */
  public static List<String> versions() {
    return List.copyOf(DATA.propertyNames());
  }

  /** Titles of the sections in one version, in their order; empty if there is no such version. */
  public static Optional<List<String>> sections(String version) {
    return Optional.of(DATA.path(version))
        .filter(JsonNode::isArray)
        .map(titles -> titles.valueStream().map(JsonNode::stringValue).toList());
  }
}
