package dev.packhouse.server.search;

/**
 * Numbers that sort as answers do: the best score first, and of the same score the lower number.
 * Thousands of them sort sooner than thousands of objects.
 */
final class BestFirst {
  private BestFirst() {}

  /**
   * @param score above 0: the bits of such scores have the order of the scores
   * @param number at least 0
   */
  static long key(float score, int number) {
    return ((long) ~Float.floatToIntBits(score) << Integer.SIZE) | number;
  }

  /** The number that the key was made of. */
  static int number(long key) {
    return (int) key;
  }
}
