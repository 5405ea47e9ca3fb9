package dev.packhouse.generator.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The record at the end of a zip, which says where the directory before it begins and how long the
 * comment behind it is. With other bytes before or behind the zip, programs disagree: some look for
 * the record and correct where it points, others refuse the zip, Kibana among them.
 */
final class ZipEnd {
  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int DIRECTORY_SIZE = 12;
  private static final int DIRECTORY_START = 16;
  private static final int COMMENT_LENGTH = 20;

  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LOCATED = 8;

  /** Stands for a number that is in the record of large zips. */
  private static final long ZIP64 = 0xffff_ffffL;

  private static final int LONGEST_COMMENT = 0xffff;

  private ZipEnd() {}

  /** Whether the file is nothing but the zip. */
  static boolean fits(SeekableByteChannel zip) throws IOException {
    long start = Math.max(0, zip.size() - LENGTH - LONGEST_COMMENT);
    ByteBuffer bytes =
        ByteBuffer.allocate((int) (zip.size() - start)).order(ByteOrder.LITTLE_ENDIAN);
    zip.position(start);
    while (bytes.hasRemaining() && zip.read(bytes) >= 0) {}
    bytes.flip();
    for (int at = bytes.limit() - LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == SIGNATURE) {
        int comment = Short.toUnsignedInt(bytes.getShort(at + COMMENT_LENGTH));
        long directory = Integer.toUnsignedLong(bytes.getInt(at + DIRECTORY_START));
        long size = Integer.toUnsignedLong(bytes.getInt(at + DIRECTORY_SIZE));
        return at + LENGTH + comment == bytes.limit()
            && (directory == ZIP64
                || size == ZIP64
                || directory + size == endOfDirectory(bytes, at, start));
      }
    }
    return false;
  }

  /**
   * Between the directory and this record large zips have two more, the second with a fixed size.
   */
  private static long endOfDirectory(ByteBuffer bytes, int at, long start) {
    int locator = at - LOCATOR_LENGTH;
    return locator >= 0 && bytes.getInt(locator) == LOCATOR
        ? bytes.getLong(locator + LOCATED)
        : start + at;
  }
}
