package dev.packhouse.server.search;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One field of all documents. Steps back cost more than those ahead. */
final class BinaryColumn {
  private final LeafReader segment;
  private final String field;
  private @Nullable BinaryDocValues values;
  private int last;

  BinaryColumn(LeafReader segment, String field) {
    this.segment = segment;
    this.field = field;
  }

  /** The value of a document, good until the next is read. */
  BytesRef read(int document) throws IOException {
    BinaryDocValues ahead = values;
    if (ahead == null || document < last) { // values are read in ascending order only
      ahead = segment.getBinaryDocValues(field);
      values = ahead;
    }
    last = document;
    ahead.advanceExact(document);
    return ahead.binaryValue();
  }
}
