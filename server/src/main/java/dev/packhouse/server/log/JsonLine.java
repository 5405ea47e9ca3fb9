package dev.packhouse.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON may hold characters as they are that steer a terminal, or that some readers of logs take for
 * the end of a line. They can only stand inside of strings, where an escape means the same.
 */
final class JsonLine {
  private static final Pattern STEERING = Pattern.compile("[\\x7f-\\x9f\\p{Cf}\\p{Zl}\\p{Zp}]");

  private JsonLine() {}

  /**
   * @param line a JSON object and the end of its line, in UTF-8
   */
  static byte[] escaped(byte[] line) {
    return isPlain(line)
        ? line
        : STEERING.matcher(new String(line, UTF_8)).replaceAll(JsonLine::escape).getBytes(UTF_8);
  }

  /** Nearly all lines are. */
  private static boolean isPlain(byte[] line) {
    for (byte b : line) {
      if (b < 0 || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String escape(MatchResult found) {
    StringBuilder escape = new StringBuilder();
    found.group().chars().forEach(unit -> escape.append("\\u%04x".formatted(unit)));
    return Matcher.quoteReplacement(escape.toString());
  }
}
