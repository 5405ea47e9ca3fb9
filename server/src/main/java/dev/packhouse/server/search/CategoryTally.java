package dev.packhouse.server.search;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.PackageCategories;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the categories of packages as EPR does, with or without those of their policy templates.
 */
final class CategoryTally {
  private final boolean includePolicyTemplates;
  private final CategoryCounts counts = new CategoryCounts();

  CategoryTally(boolean includePolicyTemplates) {
    this.includePolicyTemplates = includePolicyTemplates;
  }

  void add(PackageCategories categories) {
    categories.own().forEach(counts::count);
    if (includePolicyTemplates && !isOnlyOneWithoutCategories(categories.templates())) {
      addTemplates(categories);
    }
  }

  /** By id. */
  List<CategoryCount> counts() {
    return counts.list();
  }

  /**
   * A policy template counts once for each of its package's categories and each of its own. One of
   * its own that the package does not have makes the package count for it too, but only once.
   */
  private void addTemplates(PackageCategories categories) {
    Set<String> counted = new HashSet<>();
    for (List<String> template : categories.templates()) {
      categories.own().forEach(counts::count);
      for (String id : template) {
        counts.count(id);
        if (!covers(categories.own(), id) && counted.add(id)) {
          counts.count(id);
        }
      }
    }
  }

  private static boolean covers(List<String> own, String id) {
    return !Collections.disjoint(own, Categories.standard().withChildren(id));
  }

  private static boolean isOnlyOneWithoutCategories(List<List<String>> templates) {
    return templates.size() == 1 && templates.getFirst().isEmpty();
  }
}
