package dev.packhouse.server.search;

import dev.packhouse.server.query.Cursor;
import dev.packhouse.server.query.Presentation;
import java.util.Optional;

/**
 * The stretch of an answer that is given.
 *
 * @param next where the rest begins; absent where there is none
 */
record Page(int from, int to, Optional<Cursor> next) {
  /**
   * @param size how many records the whole answer has
   * @param digest of the whole answer, hexadecimal
   */
  static Page of(Presentation presentation, int size, String digest) throws StaleCursorException {
    long answer = Long.parseUnsignedLong(digest.substring(0, 2 * Long.BYTES), 16);
    int from = 0;
    if (presentation.from().isPresent()) {
      Cursor cursor = presentation.from().get();
      if (cursor.answer() != answer || cursor.position() > size) {
        throw new StaleCursorException();
      }
      from = cursor.position();
    }
    int left = size - from;
    int given = Math.min(left, presentation.most().orElse(left));
    return new Page(
        from,
        from + given,
        given < left ? Optional.of(new Cursor(answer, from + given)) : Optional.empty());
  }

  boolean isEverything(int size) {
    return from == 0 && to == size;
  }
}
