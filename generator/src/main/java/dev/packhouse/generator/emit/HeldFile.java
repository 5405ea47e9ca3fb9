package dev.packhouse.generator.emit;

/**
 * A file of a version that is small enough to be held in memory.
 *
 * @param bytes its content is at the start of them, and nobody writes to it
 * @param length in bytes
 * @param sha256 of the content
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
record HeldFile(byte[] bytes, int length, String sha256) {
  /** In bytes. What is larger is read and written piece by piece. */
  static final int LARGEST = 8 << 20;
}
