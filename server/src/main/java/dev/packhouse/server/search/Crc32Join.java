package dev.packhouse.server.search;

/**
 * The CRC-32 of two stretches of bytes, one behind the other, from that of each.
 *
 * <p>A CRC is the rest of a division of polynomials over the field of two elements. Bytes behind a
 * stretch multiply its polynomial by a power of x, so they multiply its rest by that power, too.
 * The highest bit of a number is the factor of the lowest power, as in every CRC-32.
 */
final class Crc32Join {
  private static final int DIVISOR = 0xedb88320;
  private static final int ONE = 1 << 31;
  private static final int X = 1 << 30;

  private Crc32Join() {}

  /**
   * @param length of the second stretch, in bytes
   */
  static long of(long first, long second, long length) {
    return Integer.toUnsignedLong(multiply(powerOfX(length * Byte.SIZE), (int) first)) ^ second;
  }

  private static int powerOfX(long exponent) {
    int power = ONE;
    int square = X;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        power = multiply(power, square);
      }
      square = multiply(square, square);
    }
    return power;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    int shifted = b;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ DIVISOR;
    }
    return product;
  }
}
