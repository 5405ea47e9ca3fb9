package dev.packhouse.generator.model;

import java.util.List;

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
}
