package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CategoriesTest {
  private final Categories categories = Categories.standard();

  @Test
  void findsTitleAndParent() {
    assertThat(categories.find("siem"))
        .hasValue(new Category("siem", "SIEM", Optional.of("security")));
    assertThat(categories.find("aws")).hasValue(new Category("aws", "AWS", Optional.empty()));
  }

  @Test
  void knowsNothingOfOtherIds() {
    assertThat(categories.find("Security")).isEmpty();
    assertThat(categories.find("# The categories")).isEmpty();
  }

  @Test
  void coversChildrenButNoParent() {
    assertThat(categories.withChildren("custom"))
        .containsExactlyInAnyOrder("custom", "custom_logs");
    assertThat(categories.withChildren("custom_logs")).containsExactly("custom_logs");
    assertThat(categories.withChildren("unknown")).containsExactly("unknown");
  }

  @Test
  void namesParentsThatAreCategoriesOfTheTopLevel() {
    assertThat(categories.all())
        .hasSizeGreaterThan(60)
        .flatMap(category -> category.parent().stream().toList())
        .map(parent -> categories.find(parent).flatMap(Category::parent))
        .containsOnly(Optional.empty());
  }
}
