package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of an answer, and how many they are before the first of them is sent. */
sealed interface Body permits Body.Pieces, FileBody, Multipart {
  Body EMPTY = new Pieces(List.of(), 0);

  long length();

  /**
   * Writes all of them.
   *
   * @throws IOException they cannot be read, or the stream cannot be written to
   */
  void writeTo(OutputStream out) throws IOException;

  static Body of(byte[] bytes) {
    return new Pieces(List.of(bytes), bytes.length);
  }

  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Arrays that are sent one after the other; nobody writes to them. */
  record Pieces(List<byte[]> pieces, long length) implements Body {
    public Pieces {
      pieces = List.copyOf(pieces);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      for (byte[] piece : pieces) {
        out.write(piece);
      }
    }
  }
}
