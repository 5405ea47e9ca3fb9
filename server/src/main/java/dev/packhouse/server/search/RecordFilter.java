package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * Tells what documents that were chosen give to an answer: all of their record, a part of it, or
 * nothing.
 */
final class RecordFilter {
  private final Optional<CategoryFilter> filter;
  private final BinaryColumn facts;
  private final RecordReader records;

  /**
   * @param filter what else a document must pass
   */
  RecordFilter(LeafReader segment, Optional<CategoryFilter> filter, RecordReader records) {
    this.filter = filter;
    this.facts = new BinaryColumn(segment, IndexFields.RECORD_FACTS);
    this.records = records;
  }

  /** Whether the document gives anything. */
  boolean passes(int document) {
    return filter.isEmpty() || filter.get().matches(document);
  }

  /**
   * How many bytes the document gives; 0 where it does not pass. Records that are given whole are
   * not read for that.
   *
   * @param digest of all that is given
   */
  long measure(int document, AnswerDigest digest) throws IOException {
    if (isWhole(document)) {
      BytesRef record = facts.read(document);
      digest.addWhole(record);
      return IndexFields.recordLength(record);
    }
    return passes(document) ? measurePart(document, digest) : 0;
  }

  /** The number for {@link RecordReader} of what a document that passes gives. */
  int given(int document) {
    return isWhole(document) ? document : RecordReader.partOf(document);
  }

  private long measurePart(int document, AnswerDigest digest) throws IOException {
    IntPredicate kept = records.keptTemplates(document);
    digest.addPart(facts.read(document), records.templates(document), kept);
    return records.read(RecordReader.partOf(document)).stream()
        .mapToLong(piece -> piece.length)
        .sum();
  }

  private boolean isWhole(int document) {
    return filter.isEmpty() || filter.get().matchesPackage(document);
  }
}
