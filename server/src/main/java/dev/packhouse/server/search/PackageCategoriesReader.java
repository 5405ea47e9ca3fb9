package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads the categories of documents. Many list the same ones, which are decoded once. */
final class PackageCategoriesReader {
  private final BinaryColumn categories;
  private final Map<BytesRef, PackageCategories> decoded = new HashMap<>();

  PackageCategoriesReader(LeafReader segment) {
    categories = new BinaryColumn(segment, IndexFields.CATEGORIES);
  }

  PackageCategories read(int document) throws IOException {
    BytesRef stored = categories.read(document);
    @Nullable PackageCategories known = decoded.get(stored);
    if (known == null) {
      known = IndexFields.categories(stored);
      decoded.put(BytesRef.deepCopyOf(stored), known);
    }
    return known;
  }
}
