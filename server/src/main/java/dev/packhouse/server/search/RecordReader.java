package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** Reads the search records of documents. Steps back cost more than those ahead. */
final class RecordReader {
  private final LeafReader segment;
  private final Optional<CategoryFilter> filter;
  private BinaryDocValues records;
  private PackageCategoriesReader categories;
  private int last = -1;

  /**
   * @param filter what else a document must pass
   */
  RecordReader(LeafReader segment, Optional<CategoryFilter> filter) throws IOException {
    this.segment = segment;
    this.filter = filter;
    this.records = segment.getBinaryDocValues(IndexFields.RECORD);
    this.categories = new PackageCategoriesReader(segment);
  }

  /** The record in parts, which are good until the next is read; none where it does not pass. */
  List<BytesRef> read(int document) throws IOException {
    if (document <= last) { // values are read in ascending order only
      records = segment.getBinaryDocValues(IndexFields.RECORD);
      categories = new PackageCategoriesReader(segment);
    }
    last = document;
    if (filter.isEmpty()) {
      return List.of(IndexFields.record(stored(document)));
    }
    PackageCategories listed = categories.read(document);
    if (filter.get().matchesPackage(listed)) {
      return List.of(IndexFields.record(stored(document)));
    }
    return filter.get().matchesTemplate(listed)
        ? IndexFields.recordWith(stored(document), filter.get().keptTemplates(listed))
        : List.of();
  }

  private BytesRef stored(int document) throws IOException {
    records.advanceExact(document);
    return records.binaryValue();
  }
}
