package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.Categories;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;

/** What {@code category} of a search asks of a version that was chosen. */
final class CategoryFilter {
  private final BitSet packages;
  private final BitSet templates;

  private CategoryFilter(BitSet packages, BitSet templates) {
    this.packages = packages;
    this.templates = templates;
  }

  /** Within {@link IndexSnapshot#reading}. */
  static CategoryFilter of(String category, IndexSnapshot index, int documents) throws IOException {
    List<BytesRef> family =
        Categories.standard().withChildren(category).stream().map(BytesRef::new).toList();
    return new CategoryFilter(
        BitSet.of(index.matches(new TermInSetQuery(IndexFields.CATEGORY, family)), documents),
        BitSet.of(
            index.matches(new TermInSetQuery(IndexFields.TEMPLATE_CATEGORY, family)), documents));
  }

  /** Whether the package or any of its policy templates has the category, or a child of it. */
  boolean matches(int document) {
    return packages.get(document) || templates.get(document);
  }

  /** Whether the package itself has the category, or a child of it. */
  boolean matchesPackage(int document) {
    return packages.get(document);
  }
}
