package dev.packhouse.server.search;

import dev.packhouse.server.query.Cursor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The body of an answer to {@code /search}: JSON text in ASCII. It is not held in memory, but read
 * from what was searched each time it is written.
 *
 * @param length in bytes
 * @param digest hexadecimal, the same for two answers only if they have the same bytes, whichever
 *     server and generation they come from
 * @param memory about how many bytes it takes itself
 * @param next where what was found goes on
 */
public record SearchAnswer(
    long length, String digest, long memory, Optional<Cursor> next, Content content) {
  /** All of what was found. */
  public SearchAnswer(long length, String digest, long memory, Content content) {
    this(length, digest, memory, Optional.empty(), content);
  }

  /** Writes the body, the same each time, for as long as what was searched is open. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @throws IOException it cannot be read any more, or the stream cannot be written to
     */
    void writeTo(OutputStream out) throws IOException;
  }
}
