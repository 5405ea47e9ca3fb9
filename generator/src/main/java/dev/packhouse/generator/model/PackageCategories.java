package dev.packhouse.generator.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The categories that a package version lists.
 *
 * @param own those of the package itself
 * @param templates for each policy template, in order, those that it lists
 */
public record PackageCategories(List<String> own, List<List<String>> templates) {
  public PackageCategories {
    own = List.copyOf(own);
    templates = templates.stream().map(List::copyOf).toList();
  }

  /** Those of a record. */
  public static PackageCategories of(ObjectNode record) {
    return new PackageCategories(
        Trees.texts(record, "categories"),
        Trees.objects(record, "policy_templates").stream()
            .map(template -> Trees.texts(template, "categories"))
            .toList());
  }

  /** All that are listed anywhere, each once, also those that no table knows. */
  public List<String> ids() {
    return Stream.concat(Stream.of(own), templates.stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Those by which a search finds the version: all that are listed, and what stands above them. */
  public Set<String> findable() {
    Set<String> ids = new LinkedHashSet<>(ids());
    knownWithParents().forEach(category -> ids.add(category.id()));
    return ids;
  }

  /** Those of the standard table, each once. */
  public List<Category> known() {
    return ids().stream().flatMap(id -> Categories.standard().find(id).stream()).toList();
  }

  /**
   * Those of the standard table in which the version is looked for and found: what it lists, and
   * what stands above that, each once.
   */
  public List<Category> knownWithParents() {
    return known().stream()
        .flatMap(
            category ->
                Stream.concat(
                    Stream.of(category),
                    category.parent().flatMap(Categories.standard()::find).stream()))
        .distinct()
        .toList();
  }
}
