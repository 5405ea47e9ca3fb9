package dev.packhouse.server.search;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.model.PackageCategories;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts the categories of packages, with or without those of their policy templates. */
final class CategoryTally {
  private final boolean includePolicyTemplates;
  private final Map<String, Integer> counts = new TreeMap<>();

  CategoryTally(boolean includePolicyTemplates) {
    this.includePolicyTemplates = includePolicyTemplates;
  }

  void add(PackageCategories categories) {
    categories.own().forEach(this::count);
    if (includePolicyTemplates && !isOnlyOneWithoutCategories(categories.templates())) {
      addTemplates(categories);
    }
  }

  /** By id; a category that the table does not know has its id as title. */
  List<CategoryCount> counts() {
    return counts.entrySet().stream()
        .map(entry -> new CategoryCount(category(entry.getKey()), entry.getValue()))
        .toList();
  }

  /**
   * A policy template counts once for each of its package's categories and each of its own. One of
   * its own that the package does not have makes the package count for it too, but only once.
   */
  private void addTemplates(PackageCategories categories) {
    Set<String> counted = new HashSet<>();
    for (List<String> template : categories.templates()) {
      categories.own().forEach(this::count);
      for (String id : template) {
        count(id);
        if (!covers(categories.own(), id) && counted.add(id)) {
          count(id);
        }
      }
    }
  }

  private void count(String id) {
    counts.merge(id, 1, Integer::sum);
  }

  private static boolean covers(List<String> own, String id) {
    return !Collections.disjoint(own, Categories.standard().withChildren(id));
  }

  private static boolean isOnlyOneWithoutCategories(List<List<String>> templates) {
    return templates.size() == 1 && templates.getFirst().isEmpty();
  }

  private static Category category(String id) {
    return Categories.standard().find(id).orElseGet(() -> new Category(id, id, Optional.empty()));
  }
}
