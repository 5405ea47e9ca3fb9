package dev.packhouse.generator.emit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A record of a POSIX extended tar header: {@code length SP keyword = value LF}. */
final class PaxHeader {
  private PaxHeader() {}

  /** The record that names the next entry. */
  static byte[] path(byte[] name) {
    byte[] keyword = " path=".getBytes(StandardCharsets.US_ASCII);
    int rest = keyword.length + name.length + 1;
    // The length counts its own digits, and they may be one more for being counted.
    int length = rest + digits(rest);
    length = rest + digits(length);
    ByteArrayOutputStream record = new ByteArrayOutputStream(length);
    record.writeBytes(Integer.toString(length).getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(keyword);
    record.writeBytes(name);
    record.write('\n');
    return record.toByteArray();
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }
}
