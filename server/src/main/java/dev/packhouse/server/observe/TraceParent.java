package dev.packhouse.server.observe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to by its own word: the header of W3C Trace Context, level 1.
 */
final class TraceParent {
  static final String HEADER = "traceparent";

  /** Section 3.2.2: version, trace, parent, flags; versions after 00 may say more behind them. */
  private static final Pattern VALUE =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  private static final Pattern NOTHING = Pattern.compile("0+");

  private TraceParent() {}

  /** Of the header's value, where it is one. */
  static Optional<String> traceId(Optional<String> value) {
    return value.map(VALUE::matcher).filter(TraceParent::isValid).map(parts -> parts.group(2));
  }

  private static boolean isValid(Matcher parts) {
    return parts.matches()
        && (parts.group(4) == null || !parts.group(1).equals("00"))
        && !NOTHING.matcher(parts.group(2)).matches()
        && !NOTHING.matcher(parts.group(3)).matches();
  }
}
