package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRef;

/** Puts the records of chosen documents together to a JSON array, one piece for each record. */
final class SearchAnswerBuilder {
  static final SearchAnswer EMPTY = new SearchAnswer(List.of("[]".getBytes(US_ASCII)), 2);

  private final BinaryDocValues records;
  private final PackageCategoriesReader categories;
  private final Optional<CategoryFilter> filter;

  /** Each record with a comma before it. */
  private final List<byte[]> pieces = new ArrayList<>();

  SearchAnswerBuilder(LeafReader segment, Optional<CategoryFilter> filter) throws IOException {
    this.records = segment.getBinaryDocValues(IndexFields.RECORD);
    this.categories = new PackageCategoriesReader(segment);
    this.filter = filter;
  }

  /** Adds the versions of one name, given newest first: the answer has them the other way round. */
  void addName(IntsRef documents) throws IOException {
    int first = pieces.size();
    for (int i = 0; i < documents.length; i++) {
      add(documents.ints[documents.offset + i]);
    }
    Collections.reverse(pieces.subList(first, pieces.size()));
  }

  /** The answer; the builder is of no use afterwards. */
  SearchAnswer finish() {
    if (pieces.isEmpty()) {
      return EMPTY;
    }
    pieces.getFirst()[0] = '[';
    pieces.add(new byte[] {']'});
    return new SearchAnswer(pieces, pieces.stream().mapToLong(piece -> piece.length).sum());
  }

  private void add(int document) throws IOException {
    if (filter.isEmpty()) {
      pieces.add(piece(List.of(IndexFields.record(stored(document)))));
      return;
    }
    PackageCategories listed = categories.read(document);
    if (filter.get().matchesPackage(listed)) {
      pieces.add(piece(List.of(IndexFields.record(stored(document)))));
    } else if (filter.get().matchesTemplate(listed)) {
      pieces.add(
          piece(IndexFields.recordWith(stored(document), filter.get().keptTemplates(listed))));
    }
  }

  private BytesRef stored(int document) throws IOException {
    records.advanceExact(document);
    return records.binaryValue();
  }

  private static byte[] piece(List<BytesRef> parts) {
    byte[] piece = new byte[1 + parts.stream().mapToInt(part -> part.length).sum()];
    piece[0] = ',';
    int end = 1;
    for (BytesRef part : parts) {
      System.arraycopy(part.bytes, part.offset, piece, end, part.length);
      end += part.length;
    }
    return piece;
  }
}
