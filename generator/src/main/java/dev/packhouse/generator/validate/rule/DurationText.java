package dev.packhouse.generator.validate.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as agents read them, which are Go programs: {@code 1h30m}, {@code -1.5s}, {@code 0}.
 */
final class DurationText {
  private static final Map<String, BigDecimal> NANOS =
      Map.of(
          "ns", new BigDecimal("1"),
          "us", new BigDecimal("1000"),
          "µs", new BigDecimal("1000"),
          "μs", new BigDecimal("1000"),
          "ms", new BigDecimal("1000000"),
          "s", new BigDecimal("1000000000"),
          "m", new BigDecimal("60000000000"),
          "h", new BigDecimal("3600000000000"));

  /** A number has a digit before its point or behind it. */
  private static final Pattern PART =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)");

  private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|(?:" + PART.pattern() + ")+)");
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /** Digits that no duration needs, and that cost time to add up. */
  private static final int LONGEST_TEXT = 200;

  private DurationText() {}

  /** In nanoseconds; empty where the text is no duration, or one of more than 292 years. */
  static Optional<BigInteger> nanos(String text) {
    if (text.length() > LONGEST_TEXT || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger sum = BigInteger.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = NANOS.getOrDefault(part.group(2), BigDecimal.ZERO);
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit).toBigInteger());
    }
    return sum.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(text.startsWith("-") ? sum.negate() : sum);
  }
}
