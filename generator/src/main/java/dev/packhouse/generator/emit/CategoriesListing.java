package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many packages list each category. */
final class CategoriesListing {
  private final Map<String, Integer> counts = new TreeMap<>();

  void count(PackageCategories categories) {
    categories.own().forEach(id -> counts.merge(id, 1, Integer::sum));
  }

  void writeTo(OutputStream out) throws IOException {
    ArrayNode array = Json.MAPPER.createArrayNode();
    counts.forEach((id, count) -> array.add(entry(id, count)));
    out.write(Json.MAPPER.writeValueAsBytes(array));
  }

  private static ObjectNode entry(String id, int count) {
    ObjectNode entry = Json.MAPPER.createObjectNode();
    Category category =
        Categories.standard()
            .find(id)
            .orElseThrow(() -> new IllegalStateException("unknown category " + id));
    entry.put("id", id).put("title", category.title()).put("count", count);
    category
        .parent()
        .flatMap(Categories.standard()::find)
        .ifPresent(
            parent -> entry.put("parent_id", parent.id()).put("parent_title", parent.title()));
    return entry;
  }
}
