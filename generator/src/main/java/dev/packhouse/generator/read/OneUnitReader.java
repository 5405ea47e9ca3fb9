package dev.packhouse.generator.read;

import java.io.IOException;
import java.io.Reader;

/**
 * Gives one unit for each character of a text, so that whoever counts units counts characters. Of
 * those that take two, it cannot be told any more which they were.
 */
final class OneUnitReader extends Reader {
  private static final char ANY = '\uFFFD';

  private final Reader in;

  OneUnitReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] units, int start, int length) throws IOException {
    int given = 0;
    while (given == 0) {
      int read = in.read(units, start, length);
      if (read <= 0) {
        return read;
      }
      for (int at = start; at < start + read; at++) {
        char unit = units[at];
        if (!Character.isHighSurrogate(unit)) {
          units[start + given++] = Character.isLowSurrogate(unit) ? ANY : unit;
        }
      }
    }
    return given;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
