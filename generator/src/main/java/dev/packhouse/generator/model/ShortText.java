package dev.packhouse.generator.model;

/** Text of a package is as long as somebody likes, and what is said about it is not. */
public final class ShortText {
  /** In characters: more of a value than this tells a reader nothing. */
  private static final int LONGEST = 1_000;

  private ShortText() {}

  /**
   * The text; of a longer one its beginning, which is whole characters, with an ellipsis behind it.
   *
   * @param longest how much of it is kept, in units of the text
   */
  public static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean isHalf = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, isHalf ? longest - 1 : longest) + "…";
  }

  /** The text; of a long one both ends, which are whole characters. */
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int head = LONGEST / 2;
    int tail = text.length() - LONGEST / 2;
    if (Character.isHighSurrogate(text.charAt(head - 1))) {
      head--;
    }
    if (Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return text.substring(0, head) + " … " + text.substring(tail);
  }
}
