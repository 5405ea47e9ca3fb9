package dev.packhouse.generator.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an address its readers ask for. What is an address and what is not is decided as Go's
 * {@code net/url} does, for which nearly every text is one.
 *
 * @param host with the port; empty where the address has none
 * @param path with its escapes undone
 */
public record UrlText(String host, String path) {
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final Pattern BROKEN_PORT = Pattern.compile(":[^:]*[^:0-9][^:]*$");
  private static final Pattern BROKEN_USER =
      Pattern.compile("[^A-Za-z0-9._:~!$&'()*+,;=%@-]|" + BROKEN_ESCAPE.pattern());
  private static final Pattern BROKEN_HOST = Pattern.compile("[ #/?@\\\\^`{|}]|%(?!25|[89a-fA-F])");

  public static ParseResult<UrlText> parse(String text) {
    String url = text.replaceFirst("#(?s:.*)", "");
    if (CONTROL.matcher(url).find()) {
      return new ParseResult.Rejected<>("it has a control character");
    }
    if (BROKEN_ESCAPE.matcher(text.substring(url.length())).find()) {
      return new ParseResult.Rejected<>("a % in it is not followed by two hexadecimal digits");
    }
    if (url.startsWith(":")) {
      return new ParseResult.Rejected<>("it begins with a colon");
    }
    Matcher scheme = SCHEME.matcher(url);
    boolean hasScheme = scheme.lookingAt();
    String rest = url.substring(hasScheme ? scheme.end() : 0).replaceFirst("\\?(?s:.*)", "");
    if (!rest.startsWith("/")) {
      return withoutSlash(rest, hasScheme);
    }
    boolean hasHost = rest.startsWith("//") && (hasScheme || !rest.startsWith("///"));
    return hasHost ? withHost(rest.substring(2)) : of("", rest);
  }

  /** What follows the last slash of the path; slashes at its end do not count. */
  public String lastSegment() {
    String end = path.replaceFirst("/+$", "");
    return end.substring(end.lastIndexOf('/') + 1);
  }

  private static ParseResult<UrlText> withoutSlash(String rest, boolean hasScheme) {
    if (hasScheme) {
      return new ParseResult.Parsed<>(new UrlText("", ""));
    }
    return rest.replaceFirst("/(?s:.*)", "").contains(":")
        ? new ParseResult.Rejected<>("what stands before its first colon is no scheme")
        : of("", rest);
  }

  private static ParseResult<UrlText> withHost(String rest) {
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    int user = authority.lastIndexOf('@');
    String host = authority.substring(user + 1);
    if (BROKEN_USER.matcher(authority.substring(0, Math.max(user, 0))).find()) {
      return new ParseResult.Rejected<>("it has a user that there cannot be");
    }
    if (BROKEN_HOST.matcher(host).find() || isBrokenLiteral(host)) {
      return new ParseResult.Rejected<>("it has a host that there cannot be");
    }
    if (BROKEN_PORT.matcher(host.substring(host.lastIndexOf(']') + 1)).find()) {
      return new ParseResult.Rejected<>("it has a port that is no number");
    }
    return of(host, slash < 0 ? "" : rest.substring(slash));
  }

  /** An address of numbers stands in brackets, with nothing but a port behind them. */
  private static boolean isBrokenLiteral(String host) {
    return host.startsWith("[") && !host.matches("\\[[^\\]]*\\](?::.*)?");
  }

  private static ParseResult<UrlText> of(String host, String path) {
    return BROKEN_ESCAPE.matcher(path).find()
        ? new ParseResult.Rejected<>("a % in it is not followed by two hexadecimal digits")
        : new ParseResult.Parsed<>(new UrlText(host, unescaped(path)));
  }

  private static String unescaped(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '%') {
        plain.write(Character.digit(bytes[at + 1], 16) * 16 + Character.digit(bytes[at + 2], 16));
        at += 2;
      } else {
        plain.write(bytes[at]);
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }
}
