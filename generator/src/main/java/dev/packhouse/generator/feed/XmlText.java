package dev.packhouse.generator.feed;

/** Packages say what they like, and XML 1.0 does not allow every character. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** The text; what XML cannot hold, half a character too, is replaced. */
  static String of(String text) {
    return text.codePoints().allMatch(XmlText::isAllowed)
        ? text
        : text.replace("\r\n", "\n")
            .codePoints()
            .map(it -> isAllowed(it) ? it : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** XML 1.0, section 2.2; without the carriage return, which readers make a line feed of. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
