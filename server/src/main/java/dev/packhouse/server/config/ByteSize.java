package dev.packhouse.server.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as text: {@code 32M}, with k, M or G for powers of 1,024. */
final class ByteSize {
  private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,8})([kKMG]?)");
  private static final String UNITS = "kMG";
  private static final int STEP = 10;

  private ByteSize() {}

  static Optional<Long> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2).replace('K', 'k');
    int shift = unit.isEmpty() ? 0 : STEP * (1 + UNITS.indexOf(unit));
    return Optional.of(Long.parseLong(matcher.group(1)) << shift);
  }

  /** With the largest unit that leaves nothing over. */
  static String text(long bytes) {
    int unit = Math.min(UNITS.length(), Long.numberOfTrailingZeros(bytes) / STEP);
    return (bytes >> (STEP * unit)) + (unit == 0 ? "" : UNITS.substring(unit - 1, unit));
  }
}
