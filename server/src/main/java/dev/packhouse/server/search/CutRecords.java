package dev.packhouse.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Records of which not all is given, or more.
 *
 * @param numbers what {@link RecordReader} reads, in the order of the answer
 * @param highlights of each record; empty where they are not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record CutRecords(int[] numbers, RecordCut cut, List<Highlights> highlights) {
  private static final Highlights NONE = new Highlights(Map.of());

  /** About as many characters as a highlighted record has passages of. */
  private static final long PASSAGES = 2_000;

  CutRecords {
    highlights = List.copyOf(highlights);
  }

  void writeAllButTheEnd(RecordReader records, OutputStream out) throws IOException {
    int separator = '[';
    for (int i = 0; i < numbers.length; i++) {
      out.write(separator);
      cut.write(records.read(numbers[i]), highlights.isEmpty() ? NONE : highlights.get(i), out);
      separator = ',';
    }
    if (separator == '[') {
      out.write('[');
    }
  }

  /** About how many bytes it takes. */
  long memory() {
    return (long) Integer.BYTES * numbers.length + PASSAGES * highlights.size();
  }
}
