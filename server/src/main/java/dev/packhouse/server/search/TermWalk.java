package dev.packhouse.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Goes through the distinct terms of a field. */
final class TermWalk {
  private TermWalk() {}

  /** The terms whose text passes the test, in the index's order. */
  static List<BytesRef> matching(LeafReader segment, String field, Predicate<String> test)
      throws IOException {
    Terms terms = segment.terms(field);
    List<BytesRef> found = new ArrayList<>();
    if (terms != null) {
      TermsEnum walk = terms.iterator();
      for (BytesRef term = walk.next(); term != null; term = walk.next()) {
        if (test.test(term.utf8ToString())) {
          found.add(BytesRef.deepCopyOf(term));
        }
      }
    }
    return found;
  }
}
