package dev.packhouse.generator.model;

import java.math.BigDecimal;

/**
 * How numbers with a fraction or an exponent are written. Registries before this one write the
 * shortest digits that give the number back, and clients compare texts made that way, so the same
 * rules hold here.
 */
public final class Decimals {
  private static final int TEXT_EXPONENT_FROM = 6;
  private static final int JSON_EXPONENT_FROM = 21;

  private Decimals() {}

  /** As text: with an exponent below 1e-4 and from 1e+06 on ({@code 1.0} is {@code 1}). */
  public static String text(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    return write(number, -4, TEXT_EXPONENT_FROM, 2);
  }

  /**
   * As a JSON number: with an exponent below 1e-6 and from 1e+21 on.
   *
   * @param number finite
   */
  public static String json(double number) {
    return write(number, -6, JSON_EXPONENT_FROM, 1);
  }

  private static String write(double number, int plainFrom, int exponentFrom, int exponentDigits) {
    String sign = Math.copySign(1, number) < 0 ? "-" : "";
    if (number == 0) {
      return sign + "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= plainFrom && exponent < exponentFrom) {
      return sign + shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = Integer.toString(Math.abs(exponent));
    String padding = "0".repeat(Math.max(0, exponentDigits - power.length()));
    return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + padding + power;
  }
}
