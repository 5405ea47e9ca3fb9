package dev.packhouse.generator.emit;

/**
 * The compressed form of a content: raw deflate blocks (RFC 1951).
 *
 * @param bytes nobody writes to them
 * @param crc32 of the content
 * @param open the last block is not marked as such, and ends with a byte: other blocks can follow
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Deflated(byte[] bytes, long crc32, boolean open) {
  /** An empty block that is the last one. */
  private static final byte[] END = {3, 0};

  /** What has to follow where nothing else does. */
  byte[] end() {
    return open ? END : new byte[0];
  }

  /** In bytes, with {@link #end}. */
  int length() {
    return bytes.length + end().length;
  }
}
