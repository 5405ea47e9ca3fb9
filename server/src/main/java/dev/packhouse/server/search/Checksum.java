package dev.packhouse.server.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;

/**
 * The checksum that the files of an index have at their end. A server takes it of all of the index
 * at its start, when its own code is not compiled yet, so the work is left to the JVM: it reads
 * pieces that fit into a core's cache, and sums them up. Lucene copies a kilobyte at a time.
 *
 * <p>The files are not mapped for this, because the JVM does not survive it where one is cut short
 * while it sums up.
 */
final class Checksum {
  private static final int PIECE = 256 * 1024;

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
      long left = channel.size() - OWN_BYTES;
      if (left < CodecUtil.footerLength() - OWN_BYTES) {
        throw new IOException(file + " has no checksum");
      }
      CRC32 checksum = new CRC32();
      ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(PIECE, left));
      while (left > 0) {
        piece.clear().limit((int) Math.min(PIECE, left));
        int read = channel.read(piece);
        if (read < 0) {
          throw new IOException(file + " was cut short");
        }
        checksum.update(piece.flip());
        left -= read;
      }
      return checksum.getValue();
    }
  }
}
