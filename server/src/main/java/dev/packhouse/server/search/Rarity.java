package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;

/**
 * BM25, but how much a word tells goes by the packages that have it anywhere. Within one field each
 * word is rare that authors do not use there, however common it is.
 */
final class Rarity extends BM25Similarity {
  private final LeafReader segment;

  Rarity(LeafReader segment) {
    this.segment = segment;
  }

  @Override
  public Explanation idfExplain(CollectionStatistics field, TermStatistics term) {
    return Explanation.match(of(term.term()), "rarity among all words");
  }

  /** What a word tells that one package has: the more, the fewer have it. */
  float of(BytesRef word) {
    try {
      return idf(segment.docFreq(new Term(TextFields.WORD, word)), segment.maxDoc());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
