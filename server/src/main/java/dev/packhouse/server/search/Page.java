package dev.packhouse.server.search;

import dev.packhouse.server.query.Cursor;
import dev.packhouse.server.query.Presentation;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.util.IntsRef;

/** A stretch of an answer, taken from all that was chosen. What lies behind it is not read. */
final class Page {
  private final RecordFilter filter;
  private final Optional<Cursor> from;
  private final int most;
  private final AnswerDigest walked = new AnswerDigest();
  private final ChosenRecords given;
  private long start;
  private long end;
  private int before;
  private boolean more;

  Page(RecordFilter filter, Presentation presentation) {
    this.filter = filter;
    from = presentation.from();
    most = presentation.most().orElse(Integer.MAX_VALUE);
    given = new ChosenRecords(filter, walked);
  }

  /** Adds the versions of the next name of the answer, newest first. */
  void addName(IntsRef versions) throws IOException {
    for (int i = versions.length - 1; i >= 0 && !more; i--) {
      add(versions.ints[versions.offset + i]);
    }
  }

  private void add(int document) throws IOException {
    if (before < skipped()) {
      if (filter.measure(document, walked) > 0) {
        before++;
        start = before == skipped() ? walked.start() : 0;
      }
    } else if (given.size() < most) {
      given.addVersion(document);
      end = given.size() == most ? walked.start() : 0;
    } else {
      more = filter.passes(document);
    }
  }

  private int skipped() {
    return from.map(Cursor::position).orElse(0);
  }

  /**
   * What is given, when all names were added.
   *
   * @throws StaleCursorException if what came before is not what the cursor goes on with
   */
  ChosenRecords finish() throws StaleCursorException {
    if (from.isPresent() && !from.get().equals(new Cursor(start, before))) {
      throw new StaleCursorException();
    }
    if (before > 0) {
      walked.addSkipped(before); // the same records as all of another answer have another tag
    }
    return given;
  }

  /** Where the rest begins; absent where there is none. */
  Optional<Cursor> next() {
    return more ? Optional.of(new Cursor(end, before + given.size())) : Optional.empty();
  }
}
