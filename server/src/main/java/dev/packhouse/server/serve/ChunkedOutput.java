package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Gathers small pieces into large writes. Unlike the JDK's stream it takes its whole buffer at once
 * instead of growing it, and knows how little a short answer needs.
 */
final class ChunkedOutput extends OutputStream {
  /** What is written to the socket at once. */
  static final int CHUNK = 128 * 1024;

  private final OutputStream out;
  private final byte[] chunk;
  private int length;
  private long written;

  /**
   * @param expected how many bytes will be written
   */
  ChunkedOutput(OutputStream out, long expected) {
    this.out = out;
    this.chunk = new byte[(int) Math.min(CHUNK, expected)];
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (count > chunk.length - length) {
      writeChunk();
    }
    if (count >= chunk.length) {
      out.write(bytes, offset, count);
      written += count;
    } else {
      System.arraycopy(bytes, offset, chunk, length, count);
      length += count;
    }
  }

  @Override
  public void close() throws IOException {
    writeChunk();
    out.close();
  }

  /** How many bytes went on. */
  long written() {
    return written;
  }

  private void writeChunk() throws IOException {
    if (length > 0) {
      out.write(chunk, 0, length);
      written += length;
      length = 0;
    }
  }
}
