package dev.packhouse.server.search;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.PackageCategories;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** What {@code category} of a search asks of a version that was chosen. */
final class CategoryFilter {
  private final String category;
  private final Set<String> family;

  CategoryFilter(String category) {
    this.category = category;
    this.family = Categories.standard().withChildren(category);
  }

  /** Whether the package itself has the category, or a child of it. */
  boolean matchesPackage(PackageCategories categories) {
    return matches(categories.own());
  }

  /** Whether any of the policy templates has the category, or a child of it. */
  boolean matchesTemplate(PackageCategories categories) {
    return categories.templates().stream().anyMatch(this::matches);
  }

  /**
   * Which policy templates stay in a record that answers for its policy templates alone. A child of
   * the category lets the package pass but does not keep the template, as in EPR.
   */
  IntPredicate keptTemplates(PackageCategories categories) {
    return template -> categories.templates().get(template).contains(category);
  }

  private boolean matches(List<String> categories) {
    return categories.stream().anyMatch(family::contains);
  }
}
