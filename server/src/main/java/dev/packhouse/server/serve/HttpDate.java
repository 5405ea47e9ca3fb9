package dev.packhouse.server.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three forms of a date of RFC 9110, section 5.6.7. Only the first one is written. */
final class HttpDate {
  private static final DateTimeFormatter IMF_FIXDATE = utc("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
  private static final DateTimeFormatter ASCTIME = utc("EEE MMM ppd HH:mm:ss yyyy");

  /** Two digits of a year mean one from 1970 to 2069. */
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * Most answers of a registry carry the same date, and to format one takes longer than to look.
   */
  private static volatile Formatted last = formatted(Instant.EPOCH);

  private HttpDate() {}

  private record Formatted(Instant instant, String text) {}

  static String format(Instant instant) {
    Formatted known = last;
    if (!known.instant().equals(instant)) {
      known = formatted(instant);
      last = known;
    }
    return known.text();
  }

  private static Formatted formatted(Instant instant) {
    return new Formatted(instant, IMF_FIXDATE.format(instant));
  }

  /** Nothing where it is no date: a condition with one is ignored. */
  static Optional<Instant> parse(String text) {
    return List.of(IMF_FIXDATE, RFC_850, ASCTIME).stream()
        .flatMap(format -> parse(text.strip(), format).stream())
        .findFirst();
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(format.parse(text, Instant::from));
    } catch (DateTimeException e) { // the library has no other way to say so
      return Optional.empty();
    }
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
