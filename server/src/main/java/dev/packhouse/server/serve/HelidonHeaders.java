package dev.packhouse.server.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.WritableHeaders;

/** Writes the header section of an answer in Helidon's terms. */
final class HelidonHeaders {
  private static final io.helidon.http.Header NO_SNIFFING =
      HeaderValues.createCached("X-Content-Type-Options", "nosniff");
  private static final io.helidon.http.Header ANY_ORIGIN =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");

  private HelidonHeaders() {}

  /** Those of the answer, and what every answer carries. */
  static void add(Answer answer, WritableHeaders<?> headers) {
    headers.set(NO_SNIFFING);
    headers.set(ANY_ORIGIN);
    for (Header header : answer.headers()) {
      HeaderName name = HeaderNames.create(header.name());
      headers.add(HeaderValues.create(name, header.value()));
    }
  }

  /**
   * Takes out what Helidon finds or adds and the client must not get. For HTTP/2 only, which writes
   * headers in a way of its own; trailers would only say that nothing went wrong.
   */
  static void removeUnsent(WritableHeaders<?> headers) {
    headers.remove(HeaderNames.TRAILER);
    if (headers.find(HeaderNames.CONTENT_LENGTH).orElse(null) instanceof UnsentHeader) {
      headers.remove(HeaderNames.CONTENT_LENGTH);
    }
  }
}
