package dev.packhouse.generator.model;

import java.util.OptionalLong;

/** Decimal digits as unsigned 64-bit numbers. */
final class UnsignedNumber {

  private UnsignedNumber() {}

  /** The value, or nothing where the text is not digits only or is 2^64 or more. */
  static OptionalLong parse(String text) {
    if (!VersionShape.isDigits(text)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseUnsignedLong(text));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
