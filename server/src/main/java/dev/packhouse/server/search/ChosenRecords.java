package dev.packhouse.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRef;

/** Documents that were chosen, in the order of the answer, and its length. */
final class ChosenRecords {
  private final RecordReader records;
  private int[] documents = {};
  private int size;

  /** A bracket or a comma before each record, and a bracket behind all. */
  private long length = 1;

  ChosenRecords(RecordReader records) {
    this.records = records;
  }

  /** Adds the versions of one name, given newest first: the answer has them the other way round. */
  void addName(IntsRef versions) throws IOException {
    int first = size;
    for (int i = 0; i < versions.length; i++) {
      int document = versions.ints[versions.offset + i];
      List<BytesRef> record = records.read(document);
      if (!record.isEmpty()) {
        add(document);
        length += 1 + record.stream().mapToInt(part -> part.length).sum();
      }
    }
    reverse(first);
  }

  int[] documents() {
    return Arrays.copyOf(documents, size);
  }

  long length() {
    return size == 0 ? 2 : length;
  }

  /**
   * @param documents in the order of the answer
   */
  static void write(int[] documents, RecordReader records, OutputStream out) throws IOException {
    int separator = '[';
    for (int document : documents) {
      out.write(separator);
      for (BytesRef part : records.read(document)) {
        out.write(part.bytes, part.offset, part.length);
      }
      separator = ',';
    }
    if (separator == '[') {
      out.write('[');
    }
    out.write(']');
  }

  private void add(int document) {
    documents = ArrayUtil.grow(documents, size + 1);
    documents[size++] = document;
  }

  private void reverse(int first) {
    int[] name = Arrays.copyOfRange(documents, first, size);
    IntStream.range(0, name.length).forEach(i -> documents[size - 1 - i] = name[i]);
  }
}
