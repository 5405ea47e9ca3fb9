package dev.packhouse.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Writes the records of an answer, whose order is not that of the index. Each step back in the
 * index opens a reader, which takes longer than to read a record: so some records at a time are
 * read in the order of the index, and then written in the other.
 */
final class RecordBatch {
  /** More take no less time, but more memory for each client that is slow to read. */
  private static final int MOST = 16;

  /** A record may have megabytes: those of such a batch are written one by one. */
  private static final int MOST_BYTES = 32 * 1024;

  private final RecordReader records;
  private final OutputStream out;
  private final long[] order = new long[MOST];
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private byte[] bytes = {};
  private int separator = '[';

  RecordBatch(RecordReader records, OutputStream out) {
    this.records = records;
    this.out = out;
  }

  /** Writes all of them, each behind a bracket or a comma. */
  void writeAll(int[] numbers) throws IOException {
    for (int from = 0; from < numbers.length; from += MOST) {
      int to = Math.min(from + MOST, numbers.length);
      if (isInOrder(numbers, from, to) || !read(numbers, from, to)) {
        writeDirectly(numbers, from, to);
      } else {
        for (int i = 0; i < to - from; i++) {
          separate();
          out.write(bytes, starts[i], ends[i] - starts[i]);
        }
      }
    }
  }

  private static boolean isInOrder(int[] numbers, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (RecordReader.documentOf(numbers[i]) < RecordReader.documentOf(numbers[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private void writeDirectly(int[] numbers, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      separate();
      for (BytesRef piece : records.read(numbers[i])) {
        out.write(piece.bytes, piece.offset, piece.length);
      }
    }
  }

  /** Gives whether there was room for all. */
  private boolean read(int[] numbers, int from, int to) throws IOException {
    int count = to - from;
    for (int i = 0; i < count; i++) {
      order[i] = ((long) RecordReader.documentOf(numbers[from + i]) << Integer.SIZE) | i;
    }
    Arrays.sort(order, 0, count);
    int end = 0;
    for (int next = 0; next < count; next++) {
      int i = (int) order[next];
      starts[i] = end;
      for (BytesRef piece : records.read(numbers[from + i])) {
        if (piece.length > MOST_BYTES - end) {
          return false;
        }
        bytes = ArrayUtil.grow(bytes, end + piece.length);
        System.arraycopy(piece.bytes, piece.offset, bytes, end, piece.length);
        end += piece.length;
      }
      ends[i] = end;
    }
    return true;
  }

  private void separate() throws IOException {
    out.write(separator);
    separator = ',';
  }
}
