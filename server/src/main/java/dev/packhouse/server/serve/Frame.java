package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A frame of HTTP/2, or its head: three bytes of length, type, flags, and four bytes that name the
 * stream; then the content. See RFC 9113, sections 4.1 and 6.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares frames
record Frame(byte[] bytes) {
  static final int HEAD = 9;

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  private static final int GOAWAY = 7;

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 0x20;

  /** Error codes: section 7. */
  static final int NO_ERROR = 0;

  static final int ENHANCE_YOUR_CALM = 11;

  private static final int TYPE = 3;
  private static final int FLAGS = 4;
  private static final int STREAM = 5;

  /** The head of one that is sent. */
  static Frame head(BufferData frame) {
    byte[] head = new byte[HEAD];
    for (int i = 0; i < HEAD; i++) {
      head[i] = (byte) frame.get(i);
    }
    return new Frame(head);
  }

  /** Of the whole connection. */
  static byte[] windowUpdate(int increment) {
    return ByteBuffer.allocate(HEAD + Integer.BYTES)
        .putInt(Integer.BYTES << Byte.SIZE | WINDOW_UPDATE)
        .putInt(HEAD, increment)
        .array();
  }

  /**
   * Asks for no more streams.
   *
   * @param last the last stream that is answered
   */
  static Frame goAway(int last, int error) {
    return new Frame(
        ByteBuffer.allocate(HEAD + 2 * Integer.BYTES)
            .putInt((2 * Integer.BYTES) << Byte.SIZE | GOAWAY)
            .putInt(HEAD, last)
            .putInt(HEAD + Integer.BYTES, error)
            .array());
  }

  int type() {
    return bytes[TYPE];
  }

  /** Of the content. */
  int length() {
    return ByteBuffer.wrap(bytes).getInt() >>> Byte.SIZE;
  }

  /** 0 is the connection. */
  int stream() {
    return ByteBuffer.wrap(bytes).getInt(STREAM) & Integer.MAX_VALUE;
  }

  /** Whether nothing follows it on its stream, save perhaps the rest of its headers. */
  boolean endsStream() {
    return (type() == DATA || type() == HEADERS) && has(END_STREAM);
  }

  boolean endsHeaders() {
    return has(END_HEADERS);
  }

  BufferData buffer() {
    return BufferData.create(bytes);
  }

  /** A part of a block of headers, without what stands before and behind it; none if that lies. */
  byte[] fragment() {
    int start = HEAD;
    int end = bytes.length;
    if (type() == HEADERS && has(PADDED) && start < end) {
      end -= bytes[start] & 0xff;
      start++;
    }
    if (type() == HEADERS && has(PRIORITY)) {
      start += 5;
    }
    int from = Math.min(start, bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.max(from, end));
  }

  private boolean has(int flag) {
    return (bytes[FLAGS] & flag) != 0;
  }
}
