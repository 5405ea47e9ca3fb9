package dev.packhouse.server.query;

/** A text between double quotes, on one line: the form in which some errors repeat a value. */
final class QuotedText {
  private QuotedText() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(c, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    switch (c) {
      case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
      case 0x07 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 0x0b -> quoted.append("\\v");
      default -> {
        if (c < ' ' || c == 0x7f) {
          quoted.append(String.format("\\x%02x", c));
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }
}
