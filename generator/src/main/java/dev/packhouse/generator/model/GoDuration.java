package dev.packhouse.generator.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as EPR's file has them: those of Go ({@code 10m}, {@code 1h30m}, {@code 1.5s}), and a
 * number alone, which counts seconds. None is negative.
 */
public final class GoDuration {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?)(ns|us|µs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private GoDuration() {}

  /** Empty where the text is no duration. */
  public static Optional<Duration> parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      sum = sum.plus(times(unit(part.group(2)), new BigDecimal(part.group(1))));
    }
    return Optional.of(sum);
  }

  /** The shortest text of whole numbers that {@link #parse} reads back. */
  public static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    append(text, duration.toNanosPart() % 1_000_000, "ns");
    return text.isEmpty() ? "0" : text.toString();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ns" -> Duration.ofNanos(1);
      case "us", "µs" -> Duration.ofNanos(1_000);
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> throw new IllegalStateException("unit that the pattern admits: " + name);
    };
  }

  private static Duration times(Duration unit, BigDecimal count) {
    BigDecimal nanos = count.multiply(BigDecimal.valueOf(unit.toNanos()));
    BigDecimal[] seconds =
        nanos.setScale(0, RoundingMode.DOWN).divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
    return Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].longValueExact());
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
