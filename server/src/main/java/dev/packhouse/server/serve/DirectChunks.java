package dev.packhouse.server.serve;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chunks that the system reads where they are, and that answers use one after the other. Of a chunk
 * on the heap the JDK makes a copy for each write, and a new one is filled with zeros.
 */
final class DirectChunks {
  /** More than there are threads to fill them, as some wait for their clients. */
  private static final int MOST = 16;

  /** With room for the head of an answer. */
  private static final int SIZE = ChunkedOutput.CHUNK + 4 * 1024;

  private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MOST);
  private final AtomicInteger made = new AtomicInteger();

  /** A chunk of that many bytes or more; on the heap where all others are taken. */
  ByteBuffer take(int size) {
    ByteBuffer chunk = size > SIZE ? null : free.poll();
    if (chunk != null) {
      return chunk;
    }
    if (size <= SIZE && made.get() < MOST && made.getAndIncrement() < MOST) {
      return ByteBuffer.allocateDirect(SIZE);
    }
    return ByteBuffer.allocate(size);
  }

  /** Nobody else uses it any more. */
  void giveBack(ByteBuffer chunk) {
    if (chunk.isDirect()) {
      free.add(chunk.clear());
    }
  }
}
