package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Gathers small pieces into large writes. Unlike the JDK's stream it takes its whole buffer at once
 * instead of growing it, and knows how little a short answer needs.
 */
final class ChunkedOutput extends OutputStream {
  /** What is written to the socket at once, where memory is plenty. */
  static final int CHUNK = 128 * 1024;

  /** Goes with the head, or waits until the client takes something. */
  private static final int READ_BEFORE_SENT = 16 * 1024;

  private final AnswerOutlet outlet;
  private final ByteBuffer chunk;

  /** How many bytes before the body are in the chunk or have been written. */
  private final int head;

  private long written;

  /**
   * @param chunk what is gathered; it begins with what goes before the body
   */
  ChunkedOutput(AnswerOutlet outlet, ByteBuffer chunk) {
    this.outlet = outlet;
    this.chunk = chunk;
    this.head = chunk.position();
  }

  /**
   * @param expected how many bytes will be written
   * @param most of them are written at once
   */
  ChunkedOutput(OutputStream out, long expected, int most) {
    this(AnswerOutlet.of(out), ByteBuffer.allocate(Math.clamp(expected, 1, most)));
  }

  /** For what does not wait for a client. */
  ChunkedOutput(OutputStream out, long expected) {
    this(out, expected, CHUNK);
  }

  @Override
  public void write(int b) throws IOException {
    makeRoom();
    chunk.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int end = offset + count;
    for (int from = offset; from < end; ) {
      makeRoom();
      int here = Math.min(end - from, chunk.remaining());
      chunk.put(bytes, from, here);
      from += here;
    }
  }

  /**
   * Sends a stretch of a file. Of what does not fit into a chunk only the beginning is read into
   * the process where the rest can go to the client without, and what the client does not take at
   * once.
   *
   * @return how many bytes that were; fewer than wanted where the file ended
   */
  long transfer(FileChannel file, long from, long wanted) throws IOException {
    long done = 0;
    while (done < wanted) {
      makeRoom();
      long left = wanted - done;
      boolean sends = left > chunk.remaining() && outlet.sendsFiles();
      int read = fill(file, from + done, sends ? READ_BEFORE_SENT : left);
      if (read < 0) {
        break;
      }
      done += read;
      if (sends) {
        writeChunk();
        long sent = outlet.send(file, from + done, wanted - done);
        written += sent;
        done += sent;
      }
    }
    return done;
  }

  private int fill(FileChannel file, long from, long wanted) throws IOException {
    int end = chunk.limit();
    try {
      chunk.limit(chunk.position() + (int) Math.min(wanted, chunk.remaining()));
      return file.read(chunk, from);
    } finally {
      chunk.limit(end);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      writeChunk();
    } finally {
      outlet.close();
    }
  }

  /** How many bytes of the body went on. */
  long written() {
    return Math.max(0, written - head);
  }

  private void makeRoom() throws IOException {
    if (!chunk.hasRemaining()) {
      writeChunk();
    }
  }

  private void writeChunk() throws IOException {
    if (chunk.position() > 0) {
      int count = chunk.position();
      chunk.flip();
      try {
        outlet.write(chunk);
      } finally { // a client that does not take it is not tried again by close
        chunk.clear();
      }
      written += count;
    }
  }
}
