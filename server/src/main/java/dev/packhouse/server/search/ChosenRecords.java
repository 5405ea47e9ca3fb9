package dev.packhouse.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntsRef;

/** Documents that were chosen, in the order of the answer, and what is known of it before it is. */
final class ChosenRecords {
  /** The last byte of every answer. */
  static final int END = ']';

  private final RecordFilter filter;
  private final AnswerDigest digest;
  private int[] numbers = {};
  private int size;

  /** A bracket or a comma before each record, and a bracket behind all. */
  private long length = 1;

  /**
   * @param digest of what stands before them; what is added goes into it
   */
  ChosenRecords(RecordFilter filter, AnswerDigest digest) {
    this.filter = filter;
    this.digest = digest;
  }

  /** Adds the versions of one name, given newest first: the answer has them the other way round. */
  void addName(IntsRef versions) throws IOException {
    int first = size;
    for (int i = 0; i < versions.length; i++) {
      addVersion(versions.ints[versions.offset + i]);
    }
    reverse(first, size - 1);
  }

  /** Adds one version behind the others. */
  void addVersion(int document) throws IOException {
    long bytes = filter.measure(document, digest);
    if (bytes > 0) {
      numbers = ArrayUtil.grow(numbers, size + 1);
      numbers[size++] = filter.given(document);
      length += 1 + bytes;
    }
  }

  int size() {
    return size;
  }

  /** What the records that are given stand for in {@link RecordReader}. */
  int[] numbers() {
    return Arrays.copyOf(numbers, size);
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
   * @param numbers in the order of the answer
   */
  static void writeAllButTheEnd(int[] numbers, RecordReader records, OutputStream out)
      throws IOException {
    new RecordBatch(records, out).writeAll(numbers);
    if (numbers.length == 0) {
      out.write('[');
    }
  }

  private void reverse(int from, int to) {
    for (int low = from, high = to; low < high; low++, high--) {
      int number = numbers[low];
      numbers[low] = numbers[high];
      numbers[high] = number;
    }
  }
}
