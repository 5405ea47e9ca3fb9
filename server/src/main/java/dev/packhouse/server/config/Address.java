package dev.packhouse.server.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen, written as Go's {@code net.Listen} takes it: {@code localhost:8080}, {@code
 * [::1]:0}, {@code :8080} for every interface.
 *
 * @param host without the brackets of an IPv6 address
 */
public record Address(String host, int port) {
  static final String EVERY_INTERFACE = "0.0.0.0";

  private static final String THIS_MACHINE = "localhost";

  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|::1|(0+:){7}0*1");

  private static final Pattern SHAPE =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([\\w.-]*)):(\\d{1,5})");

  private static final int LARGEST_PORT = 65_535;

  static Optional<Address> parse(String text) {
    return parse(text, EVERY_INTERFACE);
  }

  /** What is not for everybody: without a host, on this machine alone. */
  static Optional<Address> parsePrivate(String text) {
    return parse(text, THIS_MACHINE);
  }

  /** Only this machine reaches it, as far as the text tells. */
  boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  private static Optional<Address> parse(String text, String withoutHost) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    int port = Integer.parseInt(matcher.group(3));
    return port > LARGEST_PORT
        ? Optional.empty()
        : Optional.of(new Address(host.isEmpty() ? withoutHost : host, port));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
