package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** Reads what documents give to an answer: all of their search record, a part of it, or nothing. */
final class RecordReader {
  private final Optional<CategoryFilter> filter;
  private final BinaryColumn facts;
  private final BinaryColumn records;
  private final PackageCategoriesReader categories;

  /**
   * @param filter what else a document must pass
   */
  RecordReader(LeafReader segment, Optional<CategoryFilter> filter) {
    this.filter = filter;
    this.facts = new BinaryColumn(segment, IndexFields.RECORD_FACTS);
    this.records = new BinaryColumn(segment, IndexFields.RECORD);
    this.categories = new PackageCategoriesReader(segment);
  }

  /**
   * How many bytes the document gives; 0 where it does not pass. Records that are given whole are
   * not read for that.
   *
   * @param digest of all that is given
   */
  long measure(int document, AnswerDigest digest) throws IOException {
    if (filter.isEmpty()) {
      return measureWhole(document, digest);
    }
    PackageCategories listed = categories.read(document);
    if (filter.get().matchesPackage(listed)) {
      return measureWhole(document, digest);
    }
    if (!filter.get().matchesTemplate(listed)) {
      return 0;
    }
    IntPredicate kept = filter.get().keptTemplates(listed);
    digest.addPart(facts.read(document), listed.templates().size(), kept);
    return part(document, kept).stream().mapToLong(piece -> piece.length).sum();
  }

  /** What a document that passes gives, in pieces, which are good until the next is read. */
  List<BytesRef> read(int document) throws IOException {
    if (filter.isEmpty()) {
      return whole(document);
    }
    PackageCategories listed = categories.read(document);
    return filter.get().matchesPackage(listed)
        ? whole(document)
        : part(document, filter.get().keptTemplates(listed));
  }

  private long measureWhole(int document, AnswerDigest digest) throws IOException {
    BytesRef record = facts.read(document);
    digest.addWhole(record);
    return IndexFields.recordLength(record);
  }

  private List<BytesRef> whole(int document) throws IOException {
    return List.of(IndexFields.record(records.read(document)));
  }

  private List<BytesRef> part(int document, IntPredicate kept) throws IOException {
    return IndexFields.recordWith(records.read(document), kept);
  }
}
