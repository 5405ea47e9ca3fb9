package dev.packhouse.server.observe;

import dev.packhouse.generator.model.PrintableText;

/** What clients send, as it may stand in a line of the log. */
final class LogValue {
  /** In bytes. All in all a line stays below the 16 kB at which container engines cut it. */
  static final int LONGEST_PATH = 1024;

  /** The longest that is known of a client has 5,020. */
  static final int LONGEST_QUERY = 6 * 1024;

  static final int LONGEST_WORD = 256;

  private static final char CUT = '\u2026';

  private LogValue() {}

  /**
   * Without what steers a terminal, and cut.
   *
   * @param longest in bytes, however the line is encoded
   */
  static String of(String text, int longest) {
    String shorter = cut(text, longest);
    return isPlain(shorter, ' ') ? shorter : PrintableText.of(shorter);
  }

  /** The same as one word: in quotes, where that is not plain to see. */
  static String word(String text, int longest) {
    String value = of(text, longest);
    if (value.isEmpty()) {
      return "-";
    }
    return isPlain(value, '!') && value.indexOf('"') < 0 && value.indexOf('\\') < 0
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String cut(String text, int longest) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += mostBytes(text.charAt(i));
      if (bytes > longest) {
        return text.substring(0, i) + CUT;
      }
    }
    return text;
  }

  /** Encoders escape. */
  private static int mostBytes(char c) {
    if (c < ' ' || c > '~') {
      return "\\u0000".length();
    }
    return c == '"' || c == '\\' ? 2 : 1;
  }

  /** ASCII that is seen, from that character on. */
  private static boolean isPlain(String text, char first) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < first || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
