package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Gathers small pieces into large writes. Unlike the JDK's stream it takes its whole buffer at once
 * instead of growing it, and knows how little a short answer needs.
 */
final class ChunkedOutput extends OutputStream {
  /** What is written to the socket at once, where memory is plenty. */
  static final int CHUNK = 128 * 1024;

  private final OutputStream out;
  private final byte[] chunk;
  private int length;
  private long written;

  /**
   * @param expected how many bytes will be written
   * @param most of them are written at once
   */
  ChunkedOutput(OutputStream out, long expected, int most) {
    this.out = out;
    this.chunk = new byte[Math.clamp(expected, 1, most)];
  }

  /** For what does not wait for a client. */
  ChunkedOutput(OutputStream out, long expected) {
    this(out, expected, CHUNK);
  }

  @Override
  public void write(int b) throws IOException {
    if (length == chunk.length) {
      writeChunk();
    }
    chunk[length++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int end = offset + count;
    for (int from = offset; from < end; ) {
      int here = Math.min(end - from, free());
      System.arraycopy(bytes, from, chunk, length, here);
      length += here;
      from += here;
    }
  }

  /**
   * Reads from a channel what is then written.
   *
   * @return how many bytes that were; fewer than wanted where the channel ended
   */
  long transfer(ReadableByteChannel in, long wanted) throws IOException {
    long left = wanted;
    while (left > 0) {
      int here = (int) Math.min(left, free());
      int read = in.read(ByteBuffer.wrap(chunk, length, here));
      if (read < 0) {
        break;
      }
      length += read;
      left -= read;
    }
    return wanted - left;
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

  /** How much room there is, after making some where there was none. */
  private int free() throws IOException {
    if (length == chunk.length) {
      writeChunk();
    }
    return chunk.length - length;
  }

  private void writeChunk() throws IOException {
    if (length > 0) {
      int count = length;
      length =
          0; // before it is written: a client that does not take it is not tried again by close
      out.write(chunk, 0, count);
      written += count;
    }
  }
}
