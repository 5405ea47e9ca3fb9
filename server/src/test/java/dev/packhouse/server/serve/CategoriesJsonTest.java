package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.server.search.CategoryCount;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CategoriesJsonTest {
  @Test
  void namesTheParentOfChild() {
    Category child =
        Categories.standard().all().stream()
            .filter(category -> category.parent().isPresent())
            .findFirst()
            .orElseThrow();
    Category parent = Categories.standard().find(child.parent().orElseThrow()).orElseThrow();

    assertThat(new String(CategoriesJson.of(List.of(new CategoryCount(child, 3))), UTF_8))
        .isEqualTo(
            "[{\"id\":\"%s\",\"title\":\"%s\",\"count\":3,\"parent_id\":\"%s\",\"parent_title\":\"%s\"}]"
                .formatted(child.id(), child.title(), parent.id(), parent.title()));
  }

  @Test
  void isEmptyListWithoutCategories() {
    assertThat(new String(CategoriesJson.of(List.of()), UTF_8)).isEqualTo("[]");
  }
}
