package dev.packhouse.server.search;

import java.io.OutputStream;

/** Writes into bytes that are there already, and that have room for all of it. */
final class FixedOutput extends OutputStream {
  private final byte[] bytes;
  private int length;

  FixedOutput(byte[] bytes) {
    this.bytes = bytes;
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
