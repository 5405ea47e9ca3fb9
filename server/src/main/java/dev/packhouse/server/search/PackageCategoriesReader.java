package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;

/** Reads the categories of documents, which must be asked for in ascending order. */
final class PackageCategoriesReader {
  private final BinaryDocValues values;

  PackageCategoriesReader(LeafReader segment) throws IOException {
    values = segment.getBinaryDocValues(IndexFields.CATEGORIES);
  }

  PackageCategories read(int document) throws IOException {
    values.advanceExact(document);
    return IndexFields.categories(values.binaryValue());
  }
}
