package dev.packhouse.server.serve;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What tells a request from others, in the answer and in the log. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  /** Nothing that could be taken for something else in a line of a log. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /**
   * The client's own where it is a plain word, otherwise a new one.
   *
   * @param given value of the header
   */
  static String of(Optional<String> given) {
    return given
        .filter(id -> PLAIN.matcher(id).matches())
        .orElseGet(() -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
  }
}
