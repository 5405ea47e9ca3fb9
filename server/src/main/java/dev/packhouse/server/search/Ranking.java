package dev.packhouse.server.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** How well the packages answer a text, by the number of their name in the order of names. */
final class Ranking {
  private final float[] scores;
  private int found;

  private Ranking(int names) {
    scores = new float[names];
  }

  static Ranking of(int names, Scorer scorer) throws IOException {
    Ranking ranking = new Ranking(names);
    DocIdSetIterator matches = scorer.iterator();
    for (int name = matches.nextDoc();
        name != DocIdSetIterator.NO_MORE_DOCS;
        name = matches.nextDoc()) {
      // What was found has a score, however little it says.
      ranking.scores[name] = Math.max(scorer.score(), Float.MIN_NORMAL);
      ranking.found++;
    }
    return ranking;
  }

  /** No package answers. */
  static Ranking ofNothing(int names) {
    return new Ranking(names);
  }

  boolean isEmpty() {
    return found == 0;
  }

  /** How many packages answer. */
  int found() {
    return found;
  }

  /** How many names there are. */
  int names() {
    return scores.length;
  }

  /** More than 0 for a package that answers, and the more, the better it does. */
  float score(int name) {
    return scores[name];
  }
}
