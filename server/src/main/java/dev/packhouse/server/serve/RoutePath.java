package dev.packhouse.server.serve;

import dev.packhouse.server.query.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the target of a request line to the path that is looked up: decoded once, then cleaned. */
final class RoutePath {
  /** RFC 9112, section 3.2.2: a server takes the absolute form too. */
  private static final Pattern ORIGIN = Pattern.compile("(?i)^https?://[^/]*");

  private RoutePath() {}

  /** Nothing where it is no path, does not decode, or holds a NUL. */
  static Optional<String> decode(String rawPath) {
    String path = rawPath.startsWith("/") ? rawPath : ORIGIN.matcher(rawPath).replaceFirst("");
    if (path.isEmpty() && !rawPath.isEmpty()) {
      return Optional.of("/");
    }
    return path.startsWith("/")
        ? PercentEncoding.decodePath(path).filter(decoded -> decoded.indexOf('\0') < 0)
        : Optional.empty();
  }

  /** Without empty names, {@code .} and {@code ..}; a slash at the end stays. */
  static String clean(String path) {
    return path.contains("//") || path.contains("/.") ? cleaned(path) : path;
  }

  private static String cleaned(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      switch (name) {
        case "", "." -> {}
        case ".." -> {
          if (!names.isEmpty()) {
            names.removeLast();
          }
        }
        default -> names.add(name);
      }
    }
    boolean folder = path.endsWith("/") && !names.isEmpty();
    return "/" + String.join("/", names) + (folder ? "/" : "");
  }
}
