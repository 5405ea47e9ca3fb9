package dev.packhouse.generator.model;

/**
 * Where in a text something stands. Both numbers count from 1: lines, which end with LF, CR or
 * both, and characters, which are code points, whatever the encoding.
 */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);

  /**
   * The place of the character at an index of a text, or the one behind the last character.
   *
   * @param index in units of the text, up to its length
   */
  public static Place of(CharSequence text, int index) {
    int line = 1;
    int start = 0;
    for (int at = 0; at < index; at++) {
      if (isLineEnd(text, at)) {
        line++;
        start = at + 1;
      }
    }
    return new Place(line, Character.codePointCount(text, start, index) + 1);
  }

  /** Whether the next line begins behind the character at an index of a text. */
  public static boolean isLineEnd(CharSequence text, int index) {
    char character = text.charAt(index);
    boolean isPair =
        character == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    return character == '\n' || (character == '\r' && !isPair);
  }
}
