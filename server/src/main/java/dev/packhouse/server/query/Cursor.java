package dev.packhouse.server.query;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * How far an answer was read. It holds for as long as what was given stays the same, whichever
 * server and generation gives it: nothing is missed then, and nothing given twice.
 *
 * @param answer the first eight bytes of the digest of what was given
 * @param position how many records that were
 */
public record Cursor(long answer, int position) {
  private static final int LENGTH = Long.BYTES + Integer.BYTES;

  /** As clients send it back. */
  public String text() {
    byte[] bytes = ByteBuffer.allocate(LENGTH).putLong(answer).putInt(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static ParseResult<Cursor> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new Rejected<>("no cursor that was given");
    }
    if (bytes.length != LENGTH) {
      return new Rejected<>("no cursor that was given");
    }
    ByteBuffer parts = ByteBuffer.wrap(bytes);
    Cursor cursor = new Cursor(parts.getLong(), parts.getInt());
    return cursor.position > 0 ? new Parsed<>(cursor) : new Rejected<>("no cursor that was given");
  }
}
