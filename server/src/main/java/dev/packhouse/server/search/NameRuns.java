package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.IntsRefBuilder;

/**
 * Walks matching documents name by name. The index holds the versions of a name side by side, from
 * new to old, and says of each document where its name ends: once enough is known of a name, the
 * walk jumps over the rest of it.
 */
final class NameRuns {
  /** Takes what was chosen of one name, newest first; the array is used again. */
  @FunctionalInterface
  interface Consumer {
    void accept(IntsRef documents) throws IOException;
  }

  private final DocIdSetIterator matches;
  private final NumericDocValues nameEnds;
  private final NumericDocValues maturities;
  private int end;

  NameRuns(LeafReader segment, DocIdSetIterator matches) throws IOException {
    this.matches = matches;
    this.nameEnds = segment.getNumericDocValues(IndexFields.NAME_END);
    this.maturities = segment.getNumericDocValues(IndexFields.MATURITY);
  }

  /** Gives the versions that the choice takes of each name, in the order of names. */
  void choose(VersionChoice choice, Consumer consumer) throws IOException {
    IntsRefBuilder chosen = new IntsRefBuilder();
    while (nextName()) {
      chosen.clear();
      choice.choose(this, chosen);
      consumer.accept(chosen.get());
    }
  }

  /** The version at which the walk stands. */
  int document() {
    return matches.docID();
  }

  /** Steps to the next older version of the same name that matches; false when there is none. */
  boolean nextVersion() throws IOException {
    return matches.docID() < end && matches.nextDoc() < end;
  }

  /** Whether the version at which the walk stands has any of the marks. */
  boolean isMarked(long marks) throws IOException {
    maturities.advanceExact(matches.docID());
    return (maturities.longValue() & marks) != 0;
  }

  private boolean nextName() throws IOException {
    if (matches.docID() < end) {
      matches.advance(end);
    }
    if (matches.docID() == DocIdSetIterator.NO_MORE_DOCS) {
      return false;
    }
    nameEnds.advanceExact(matches.docID());
    end = Math.toIntExact(nameEnds.longValue());
    return true;
  }
}
