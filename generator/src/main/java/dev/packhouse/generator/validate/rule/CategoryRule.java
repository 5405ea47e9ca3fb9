package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Value;

/** Categories are known ones; of a package's own list others are left out. */
final class CategoryRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .manifest()
        .find("categories")
        .filter(value -> value instanceof Value.Sequence)
        .map(value -> (Value.Sequence) value)
        .ifPresent(
            categories -> categories.items().forEach(category -> checkOne(category, findings)));
  }

  private static void checkOne(Value category, Findings findings) {
    category
        .asText()
        .filter(id -> Categories.standard().find(id).isEmpty())
        .ifPresent(
            id ->
                findings.warning(
                    "category.unknown",
                    Subject.MANIFEST,
                    category.place(),
                    "The category " + id + " is not known and is left out.",
                    "Use one that /categories knows."));
  }
}
