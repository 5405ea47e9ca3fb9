package dev.packhouse.generator.model;

/** Text of a package is as long as somebody likes, and what is said about it is not. */
public final class ShortText {
  /** In characters: more of a value than this tells a reader nothing. */
  private static final int LONGEST = 1_000;

  private ShortText() {}

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
