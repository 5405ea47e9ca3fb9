package dev.packhouse.server.serve;

import java.time.Duration;
import java.util.List;

/** For how long an answer may be kept. Clients of EPR see two lines, so there are two here. */
final class CacheHeaders {
  static final List<Header> NO_STORE = pair("max-age=0", "private, no-store");

  private CacheHeaders() {}

  static List<Header> publicFor(Duration maxAge) {
    return pair("max-age=" + maxAge.toSeconds(), "public");
  }

  private static List<Header> pair(String first, String second) {
    return List.of(new Header("Cache-Control", first), new Header("Cache-Control", second));
  }
}
