package dev.packhouse.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that every answer carries because the configuration says so, written {@code Name:
 * value}.
 *
 * @param name a token
 * @param value printable ASCII, blanks inside
 */
public record ResponseHeader(String name, String value) {
  /** RFC 9110, sections 5.1 and 5.5. No line break or other control can get in. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}):[ \t]*([\\x21-\\x7e](?:[ "
              + "\t\\x21-\\x7e]*[\\x21-\\x7e])?)[ \t]*");

  /** They say how an answer is framed, kept, or what it is: only who makes it can know that. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "accept-ranges",
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-max-age",
          "allow",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-range",
          "content-type",
          "date",
          "etag",
          "keep-alive",
          "last-modified",
          "location",
          "proxy-connection",
          "retry-after",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary",
          "x-content-type-options",
          "x-request-id");

  static Optional<ResponseHeader> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches() && !OF_THE_SERVER.contains(matcher.group(1).toLowerCase(Locale.ROOT))
        ? Optional.of(new ResponseHeader(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
