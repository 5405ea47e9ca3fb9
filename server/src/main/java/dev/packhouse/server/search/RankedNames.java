package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntsRef;

/**
 * Names of which something was chosen and that answer a text, each with a place in the order of
 * names, from 0. There may be all names of a registry, so nothing is made for each.
 */
final class RankedNames {
  private final SortedDocValues numbers;
  private final Ranking ranking;
  private final int[] names;
  private final int[] ends;
  private int[] versions = {};
  private int size;

  RankedNames(LeafReader segment, Ranking ranking) throws IOException {
    this.numbers = segment.getSortedDocValues(IndexFields.NAME);
    this.ranking = ranking;
    names = new int[ranking.found()];
    ends = new int[ranking.found()];
  }

  /**
   * Adds a name if it answers.
   *
   * @param chosen of its versions, newest first; the array is not kept
   */
  void add(IntsRef chosen) throws IOException {
    numbers.advanceExact(chosen.ints[chosen.offset]);
    int name = numbers.ordValue();
    if (ranking.score(name) > 0) {
      int start = end(size - 1);
      int end = start + chosen.length;
      versions = ArrayUtil.grow(versions, end);
      System.arraycopy(chosen.ints, chosen.offset, versions, start, chosen.length);
      names[size] = name;
      ends[size++] = end;
    }
  }

  int size() {
    return size;
  }

  /** The number of the name at a place. */
  int name(int place) {
    return names[place];
  }

  /** What was chosen of the name at a place, newest first. */
  IntsRef versions(int place) {
    int start = end(place - 1);
    return new IntsRef(versions, start, ends[place] - start);
  }

  /** All places: those first that answer best; of those that answer as well, in their order. */
  int[] bestFirst() {
    long[] order = new long[size];
    for (int place = 0; place < size; place++) {
      order[place] = BestFirst.key(ranking.score(names[place]), place);
    }
    Arrays.sort(order);
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = BestFirst.number(order[i]);
    }
    return places;
  }

  private int end(int place) {
    return place < 0 ? 0 : ends[place];
  }
}
