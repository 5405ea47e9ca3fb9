package dev.packhouse.server.serve;

import dev.packhouse.server.search.SearchAnswer;
import java.io.IOException;
import java.io.OutputStream;

/** Writes into bytes that are there already, and that have room for all of it. */
final class FixedOutput extends OutputStream {
  private final byte[] bytes;
  private int length;

  private FixedOutput(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All of an answer. */
  static byte[] bytesOf(SearchAnswer answer) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(answer.length())];
    answer.content().writeTo(new FixedOutput(bytes));
    return bytes;
  }

  @Override
  public void write(int b) {
    bytes[length++] = (byte) b;
  }

  @Override
  public void write(byte[] piece, int offset, int count) {
    System.arraycopy(piece, offset, bytes, length, count);
    length += count;
  }
}
