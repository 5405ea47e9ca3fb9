package dev.packhouse.server.observe;

/** Labels of requests as EPR gives them; there are few of them, whatever clients send. */
final class MetricLabels {
  /** {@code GET / HTTP/1.1} without method and target. */
  private static final int REST_OF_LINE = 11;

  private static final String ARCHIVE =
      "/epr/{packageName}/{packageName:[a-z0-9_]+}-{packageVersion}.zip";
  private static final String SIGNATURE = ARCHIVE + ".sig";

  private MetricLabels() {}

  static String method(String method) {
    return switch (method) {
      case "GET" -> "get";
      case "HEAD" -> "head";
      case "POST" -> "post";
      case "PUT" -> "put";
      case "DELETE" -> "delete";
      case "OPTIONS" -> "options";
      case "PATCH" -> "patch";
      case "CONNECT" -> "connect";
      case "TRACE" -> "trace";
      default -> "unknown";
    };
  }

  /** The pattern of the route in the words of EPR, where it has one. */
  static String path(Received request) {
    return switch (request.route()) {
      case "/package/{name}/{version}/" -> "/package/{packageName:[a-z0-9_]+}/{packageVersion}/";
      case "/package/{name}/{version}/{path}" ->
          "/package/{packageName}/{packageVersion}/{name:.*}";
      case "/epr/{name}/{archive}" -> request.path().endsWith(".sig") ? SIGNATURE : ARCHIVE;
      case String route -> route;
    };
  }

  /** The request line, and a body whose length is announced. */
  static long size(Received request) {
    int line =
        request.method().length()
            + request.path().length()
            + request.query().length()
            + REST_OF_LINE;
    return line + request.headers().apply("Content-Length").map(MetricLabels::length).orElse(0L);
  }

  private static long length(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
