package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import java.util.Arrays;

/**
 * A DATA frame of HTTP/2: three bytes of length, type, flags, four bytes that name the stream, and
 * a part of a body. See RFC 9113, sections 4.1 and 6.1.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares frames
record DataFrame(byte[] bytes) {
  private static final int HEAD = Frame.HEAD;
  private static final int FLAGS = 4;
  private static final int END_STREAM = 1;

  /** One that stays as it is: a body is sent from memory that is used again. */
  static DataFrame copy(BufferData frame) {
    return new DataFrame(frame.readBytes());
  }

  /** How much of a window it takes. */
  int length() {
    return bytes.length - HEAD;
  }

  /** Its first bytes; more of the stream follow. */
  DataFrame until(int end) {
    DataFrame first = part(0, end);
    first.bytes[FLAGS] &= ~END_STREAM;
    return first;
  }

  DataFrame from(int start) {
    return part(start, length());
  }

  BufferData buffer() {
    return BufferData.create(bytes);
  }

  private DataFrame part(int from, int to) {
    byte[] part = Arrays.copyOf(bytes, HEAD + to - from);
    System.arraycopy(bytes, HEAD + from, part, HEAD, to - from);
    part[0] = (byte) ((to - from) >>> 16);
    part[1] = (byte) ((to - from) >>> 8);
    part[2] = (byte) (to - from);
    return new DataFrame(part);
  }
}
