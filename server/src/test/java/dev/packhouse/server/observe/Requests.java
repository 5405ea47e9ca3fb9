package dev.packhouse.server.observe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Requests and what became of them. */
final class Requests {
  static final Finished FINE =
      new Finished(
          200, Optional.empty(), 1234, true, Duration.ofNanos(5_006_789), Optional.empty());

  private Requests() {}

  static Received search(Map<String, String> headers) {
    return new Received(
        "GET",
        "/search",
        "/epr/search",
        "package=crate&all=true",
        "10.0.0.7",
        "req-1",
        name -> Optional.ofNullable(headers.get(name)));
  }

  static Received of(String path, String query, String agent) {
    return new Received(
        "GET", "unknown", path, query, "10.0.0.7", "req-1", name -> Optional.of(agent));
  }

  static Received health() {
    return new Received(
        "GET", "/health", "/health", "", "10.0.0.7", "req-1", name -> Optional.empty());
  }
}
