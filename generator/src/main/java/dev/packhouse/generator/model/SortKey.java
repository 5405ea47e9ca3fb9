package dev.packhouse.generator.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/**
 * Writes versions as byte strings whose unsigned lexicographic order is {@link
 * SemanticVersion#TOTAL}.
 *
 * <pre>
 * key        = number number number (release | prerelease) text
 * number     = count of bytes (0 to 8), bytes from high to low without leading zero bytes
 * release    = FF
 * prerelease = { 01 number | 02 ASCII } 00
 * </pre>
 *
 * A number says its own length; the ASCII of an identifier ends before the 00, 01 or 02 that
 * follows, and those are lower than all its characters, so that of two texts the shorter is lower.
 */
final class SortKey {

  private static final int END = 0x00;
  private static final int NUMERIC = 0x01;
  private static final int TEXTUAL = 0x02;
  private static final int RELEASE = 0xFF;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private SortKey() {}

  static byte[] of(SemanticVersion version) {
    SortKey key = new SortKey();
    key.number(version.major());
    key.number(version.minor());
    key.number(version.patch());
    if (version.hasPrerelease()) {
      key.prerelease(Prerelease.of(version.prerelease()));
    } else {
      key.bytes.write(RELEASE);
    }
    key.text(version.text());
    return key.bytes.toByteArray();
  }

  private void prerelease(Prerelease prerelease) {
    for (Prerelease.Identifier identifier : prerelease.identifiers()) {
      switch (identifier) {
        case Prerelease.Identifier.Numeric number -> {
          bytes.write(NUMERIC);
          number(number.value());
        }
        case Prerelease.Identifier.Textual text -> {
          bytes.write(TEXTUAL);
          text(text.value());
        }
      }
    }
    bytes.write(END);
  }

  private void number(long value) {
    int count = (Long.SIZE - Long.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
    bytes.write(count);
    for (int index = count - 1; index >= 0; index--) {
      bytes.write((int) (value >>> (index * Byte.SIZE)));
    }
  }

  private void text(String ascii) {
    bytes.writeBytes(ascii.getBytes(US_ASCII));
  }
}
