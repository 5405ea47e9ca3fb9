package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A package is in the categories of its data streams, or in those above them. */
final class DataStreamCategoryRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    List<String> ofPackage =
        subject.manifest().items("categories").stream().flatMap(it -> it.text().stream()).toList();
    for (Element manifest : subject.dataStreamManifests(findings)) {
      for (Element category : manifest.items("categories")) {
        check(subject, category, ofPackage, findings);
      }
    }
  }

  private static void check(
      SpecSubject subject, Element category, List<String> ofPackage, Findings findings) {
    String id = category.text().orElse("");
    Optional<Category> known = Categories.standard().find(id);
    if (known.isEmpty()) {
      List<String> all = Categories.standard().all().stream().map(Category::id).sorted().toList();
      findings.error(
          "data_stream.category.unknown",
          category,
          id.isEmpty() ? "The category is empty." : "There is no category " + id + ".",
          findings.fix(id, all, "Remove it, or write one that there is."));
      return;
    }
    String top = known.get().parent().orElse(id);
    if (!ofPackage.contains(top)) {
      findings.error(
          "manifest.categories.missing",
          subject.manifest(),
          "categories",
          "The package is not in category "
              + top
              + ", but "
              + category.file()
              + " is in "
              + id
              + ", line "
              + category.place().line()
              + ".",
          "Add " + top + " to categories of the package.");
    }
  }
}
