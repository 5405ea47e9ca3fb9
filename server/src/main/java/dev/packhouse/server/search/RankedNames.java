package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.IntsRef;

/** Names of which something was chosen and that answer a text. */
final class RankedNames {
  /**
   * What was chosen of one name.
   *
   * @param number of the name
   * @param versions newest first
   */
  record Found(int number, float score, IntsRef versions) {}

  private final SortedDocValues numbers;
  private final Ranking ranking;
  private final List<Found> found = new ArrayList<>();

  RankedNames(LeafReader segment, Ranking ranking) throws IOException {
    this.numbers = segment.getSortedDocValues(IndexFields.NAME);
    this.ranking = ranking;
  }

  /** Adds a name if it answers; the array is not kept. */
  void add(IntsRef versions) throws IOException {
    numbers.advanceExact(versions.ints[versions.offset]);
    int number = numbers.ordValue();
    float score = ranking.score(number);
    if (score > 0) {
      found.add(new Found(number, score, IntsRef.deepCopyOf(versions)));
    }
  }

  /** In the order of names. */
  List<Found> byName() {
    return found;
  }

  /** Those first that answer best; of those that answer as well, in the order of names. */
  List<Found> byScore() {
    long[] order = new long[found.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = BestFirst.key(found.get(i).score(), i);
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToObj(key -> found.get(BestFirst.number(key))).toList();
  }
}
