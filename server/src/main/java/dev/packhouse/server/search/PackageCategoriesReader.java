package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** Reads the categories of documents. */
final class PackageCategoriesReader {
  private final BinaryColumn categories;

  PackageCategoriesReader(LeafReader segment) {
    categories = new BinaryColumn(segment, IndexFields.CATEGORIES);
  }

  PackageCategories read(int document) throws IOException {
    return IndexFields.categories(categories.read(document));
  }
}
