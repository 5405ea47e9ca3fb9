package dev.packhouse.server.serve;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.server.search.CategoryCount;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What {@code /categories} answers: id, title, count, and for a child parent_id, parent_title. */
final class CategoriesJson {
  private CategoriesJson() {}

  static byte[] of(List<CategoryCount> counts) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          counts.forEach(count -> write(count, json));
          json.writeEndArray();
        });
  }

  private static void write(CategoryCount count, JsonGenerator json) {
    Category category = count.category();
    json.writeStartObject();
    json.writeStringProperty("id", category.id());
    json.writeStringProperty("title", category.title());
    json.writeNumberProperty("count", count.count());
    Optional<Category> parent = category.parent().flatMap(Categories.standard()::find);
    parent.ifPresent(
        above -> {
          json.writeStringProperty("parent_id", above.id());
          json.writeStringProperty("parent_title", above.title());
        });
    json.writeEndObject();
  }
}
