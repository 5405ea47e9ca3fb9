package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what an unquoted YAML scalar means: the words and numbers of YAML 1.1 as package tools read
 * them. Sexagesimal numbers stay text, as do dates.
 */
final class ScalarResolver {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> NOT_FINITE =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");

  private static final Pattern WHOLE =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger HIGHEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /** Longer digits are no number that anybody could mean, and costly to read as one. */
  private static final int LONGEST_NUMBER = 400;

  private ScalarResolver() {}

  static Value resolve(Place place, String text) {
    if (NULL.contains(text)) {
      return new Value.Null(place);
    }
    if (TRUE.contains(text)) {
      return new Value.Flag(place, true, text);
    }
    if (FALSE.contains(text)) {
      return new Value.Flag(place, false, text);
    }
    return number(place, text).orElseGet(() -> new Value.Text(place, text));
  }

  private static Optional<Value> number(Place place, String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    if (NOT_FINITE.contains(text)) {
      return Optional.of(new Value.Decimal(place, notFinite(text), text));
    }
    char first = text.charAt(0);
    if (first != '.' && first != '-' && first != '+' && !isDigit(first)) {
      return Optional.empty();
    }
    String plain = text.replace("_", "");
    Optional<Value> whole = whole(plain).map(number -> new Value.Whole(place, number, text));
    return whole.isPresent() ? whole : decimal(plain).map(it -> new Value.Decimal(place, it, text));
  }

  private static Optional<BigInteger> whole(String plain) {
    Matcher matcher = WHOLE.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] radix = {16, 2, 8, 10};
    for (int group = 2; group <= 5; group++) {
      if (matcher.group(group) != null) {
        BigInteger number =
            new BigInteger(matcher.group(1) + matcher.group(group), radix[group - 2]);
        boolean fits = number.compareTo(LOWEST) >= 0 && number.compareTo(HIGHEST) <= 0;
        return fits ? Optional.of(number) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Double> decimal(String plain) {
    if (!DECIMAL.matcher(plain).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(plain);
    return Double.isInfinite(number) ? Optional.empty() : Optional.of(number);
  }

  private static double notFinite(String text) {
    if (text.length() == 4 && Character.toLowerCase(text.charAt(1)) == 'n') {
      return Double.NaN;
    }
    return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
