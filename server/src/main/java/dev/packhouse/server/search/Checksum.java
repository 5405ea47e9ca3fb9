package dev.packhouse.server.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;

/**
 * The checksum that the files of an index have at their end. A server takes it of all of the index
 * at its start, when its own code is not compiled yet, so the work is left to the JVM: it reads
 * pieces that fit into a core's cache, and sums them up. Lucene copies a kilobyte at a time. Of a
 * large file one half is read by another thread.
 *
 * <p>The files are not mapped for this, because the JVM does not survive it where one is cut short
 * while it sums up.
 */
final class Checksum {
  private static final int PIECE = 256 * 1024;

  /** Below this a thread costs more than it saves. */
  private static final long LARGE = 8L << 20;

  /** The checksum itself is the one thing that it is not of. */
  private static final int OWN_BYTES = Long.BYTES;

  private Checksum() {}

  /**
   * Of all bytes of a file of Lucene's, save the checksum.
   *
   * @throws IOException it cannot be read, or is too short to have a checksum
   */
  static long of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size() - OWN_BYTES;
      if (length < CodecUtil.footerLength() - OWN_BYTES) {
        throw new IOException(file + " has no checksum");
      }
      return length < LARGE ? of(channel, 0, length) : ofHalves(channel, length);
    }
  }

  private static long ofHalves(FileChannel channel, long length) throws IOException {
    long half = length / 2;
    FutureTask<Long> second = new FutureTask<>(() -> of(channel, half, length - half));
    Thread.ofPlatform().daemon().name("checksum").start(second);
    long first = of(channel, 0, half);
    try {
      return Crc32Join.of(first, second.get(), length - half);
    } catch (ExecutionException e) {
      throw new IOException("its second half cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("cut off while it was read", e);
    }
  }

  private static long of(FileChannel channel, long from, long length) throws IOException {
    CRC32 checksum = new CRC32();
    ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(PIECE, length));
    long end = from + length;
    for (long at = from; at < end; ) {
      piece.clear().limit((int) Math.min(PIECE, end - at));
      int read = channel.read(piece, at);
      if (read < 0) {
        throw new IOException("a file was cut short while it was read");
      }
      checksum.update(piece.flip());
      at += read;
    }
    return checksum.getValue();
  }
}
