package dev.packhouse.server.search;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often each category was counted. */
final class CategoryCounts {
  private final Map<String, Integer> counts = new TreeMap<>();

  void count(String id) {
    counts.merge(id, 1, Integer::sum);
  }

  /** By id; a category that the table does not know has its id as title. */
  List<CategoryCount> list() {
    return counts.entrySet().stream()
        .map(entry -> new CategoryCount(category(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Category category(String id) {
    return Categories.standard().find(id).orElseGet(() -> new Category(id, id, Optional.empty()));
  }
}
