package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;

/** Categories are known ones; of a package's own list others are left out. */
final class CategoryRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .manifest()
        .find("categories")
        .map(CategoryRule::listed)
        .ifPresent(categories -> categories.forEach(category -> checkOne(category, findings)));
  }

  private static List<Value> listed(Value categories) {
    return categories instanceof Value.Sequence(var _, var items)
        ? items
        // One text stands for a list of one.
        : List.of(categories);
  }

  private static void checkOne(Value category, Findings findings) {
    category
        .asText()
        .filter(id -> Categories.standard().find(id).isEmpty())
        .ifPresent(
            id ->
                findings.warning(
                    "category.unknown",
                    RawPackage.MANIFEST,
                    category.place(),
                    "The category " + id + " is not known and is left out.",
                    "Use one that /categories knows."));
  }
}
