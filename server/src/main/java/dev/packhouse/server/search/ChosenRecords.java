package dev.packhouse.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRef;

/** Documents that were chosen, in the order of the answer, and what is known of it before it is. */
final class ChosenRecords {
  /** The last byte of every answer. */
  static final int END = ']';

  private final RecordReader records;
  private final AnswerDigest digest = new AnswerDigest();
  private int[] documents = {};
  private int size;
  private int[] nameEnds = {};
  private int names;

  /** A bracket or a comma before each record, and a bracket behind all. */
  private long length = 1;

  ChosenRecords(RecordReader records) {
    this.records = records;
  }

  /**
   * Adds the versions of one name, given newest first: the answer has them the other way round.
   * Names that are given in the order of the index are read soonest.
   */
  void addName(IntsRef versions) throws IOException {
    int first = size;
    for (int i = 0; i < versions.length; i++) {
      addVersion(versions.ints[versions.offset + i]);
    }
    reverse(first, size - 1);
    nameEnds = ArrayUtil.grow(nameEnds, names + 1);
    nameEnds[names++] = size;
  }

  /**
   * Brings the names into another order, once all were added.
   *
   * @param order the number of each, counted from 0 as they were added
   */
  void putInOrder(int[] order) {
    int[] ordered = new int[size];
    int[] starts = new int[order.length];
    int given = 0;
    int end = 0;
    for (int name : order) {
      int start = name == 0 ? 0 : nameEnds[name - 1];
      int length = nameEnds[name] - start;
      System.arraycopy(documents, start, ordered, end, length);
      end += length;
      if (length > 0) { // a name that gives nothing is no part of the answer
        starts[given++] = start;
      }
    }
    documents = ordered;
    digest.addOrder(Arrays.copyOf(starts, given));
  }

  /** Adds one version behind the others. */
  void addVersion(int document) throws IOException {
    long bytes = records.measure(document, digest);
    if (bytes > 0) {
      add(document, bytes);
    }
  }

  int size() {
    return size;
  }

  int[] documents() {
    return Arrays.copyOf(documents, size);
  }

  long length() {
    return size == 0 ? 2 : length;
  }

  /** The same for the same answer alone. */
  String digest() {
    return digest.finish();
  }

  /**
   * Writes all of the answer but its last byte, {@link #END}.
   *
   * @param documents in the order of the answer
   */
  static void writeAllButTheEnd(int[] documents, RecordReader records, OutputStream out)
      throws IOException {
    int separator = '[';
    for (int document : documents) {
      out.write(separator);
      for (BytesRef piece : records.read(document)) {
        out.write(piece.bytes, piece.offset, piece.length);
      }
      separator = ',';
    }
    if (separator == '[') {
      out.write('[');
    }
  }

  private void add(int document, long bytes) {
    documents = ArrayUtil.grow(documents, size + 1);
    documents[size++] = document;
    length += 1 + bytes;
  }

  private void reverse(int from, int to) {
    for (int low = from, high = to; low < high; low++, high--) {
      int document = documents[low];
      documents[low] = documents[high];
      documents[high] = document;
    }
  }
}
