package dev.packhouse.server.search;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes an answer for the sake of its length and digest, and keeps nothing of it. */
final class AnswerMeasure extends OutputStream {
  private final MessageDigest sha256;
  private long length;

  AnswerMeasure() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  long length() {
    return length;
  }

  /** In hexadecimal; nothing may be written afterwards. */
  String digest() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Override
  public void write(int b) {
    sha256.update((byte) b);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    sha256.update(bytes, offset, count);
    length += count;
  }
}
