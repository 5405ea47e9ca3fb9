package dev.packhouse.server.serve;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;

/**
 * Writes an answer of HTTP/1 past Helidon, which copies what it is given.
 *
 * @param chunk is given back in the end
 */
record ConnectionOutlet(TimedTransport transport, DirectChunks chunks, ByteBuffer chunk)
    implements AnswerOutlet {
  /**
   * An answer that begins with its head.
   *
   * @param most bytes of the body that are written at once
   */
  static ChunkedOutput begin(
      TimedTransport transport, DirectChunks chunks, byte[] head, long length, int most) {
    int size = head.length + (int) Math.min(length, most);
    ByteBuffer chunk = transport.isPlain() ? chunks.take(size) : ByteBuffer.allocate(size);
    chunk.put(head);
    return new ChunkedOutput(new ConnectionOutlet(transport, chunks, chunk), chunk);
  }

  @Override
  public void write(ByteBuffer bytes) {
    transport.write(bytes);
  }

  @Override
  public boolean sendsFiles() {
    return transport.isPlain();
  }

  @Override
  public long send(FileChannel file, long from, long count) throws ClosedByInterruptException {
    return transport.send(file, from, count);
  }

  @Override
  public void close() {
    chunks.giveBack(chunk);
  }
}
