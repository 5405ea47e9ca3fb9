package dev.packhouse.server.serve;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Tells text from other bytes by the first of them. */
final class TextSample {
  private TextSample() {}

  /** UTF-8 without NUL; a character that the sample cuts in two does no harm. */
  static boolean isText(byte[] sample) {
    for (byte b : sample) {
      if (b == 0) {
        return false;
      }
    }
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false)
        .isError();
  }
}
