package dev.packhouse.server.serve;

import dev.packhouse.server.search.SearchAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of an answer, and how many they are before the first of them is sent. */
sealed interface Body permits Body.Held, Body.Searched, FileBody, Multipart {
  Body EMPTY = of(new byte[0]);

  long length();

  /** How much memory it takes for as long as it is there, beside what it shares with others. */
  long memory();

  /** Whether a file is open while it is written. */
  default boolean isFile() {
    return false;
  }

  /**
   * Writes all of them.
   *
   * @throws IOException they cannot be read, or the stream cannot be written to
   */
  void writeTo(ChunkedOutput out) throws IOException;

  static Body of(byte[] bytes) {
    return new Held(bytes, Optional.empty());
  }

  /** Bytes that several answers have in common. */
  static Body shared(byte[] bytes) {
    return new Held(bytes, Optional.of(new Sharing(bytes.length)));
  }

  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Nobody writes to them.
   *
   * @param sharing by several answers; absent where each has bytes of its own
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares bodies
  record Held(byte[] bytes, Optional<Sharing> sharing) implements Body {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public long memory() {
      return sharing.isPresent() ? 0 : bytes.length;
    }

    @Override
    public void writeTo(ChunkedOutput out) throws IOException {
      out.write(bytes);
    }
  }

  /** Read from the index while it is sent. */
  record Searched(SearchAnswer answer) implements Body {
    @Override
    public long length() {
      return answer.length();
    }

    @Override
    public long memory() {
      return 0;
    }

    @Override
    public void writeTo(ChunkedOutput out) throws IOException {
      answer.content().writeTo(out);
    }
  }
}
