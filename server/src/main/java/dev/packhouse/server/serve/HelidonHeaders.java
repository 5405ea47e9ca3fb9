package dev.packhouse.server.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import java.util.Optional;

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
   * A header of a request. Several lines of one name mean the same as one with commas: RFC 9110,
   * section 5.3. Over HTTP/2, Helidon 4.4 takes Range for Content-Location, which means nothing in
   * a request.
   */
  static Optional<String> find(String name, Headers headers, boolean http2) {
    HeaderName helidonName = HeaderNames.create(name);
    boolean range = http2 && helidonName.equals(HeaderNames.RANGE);
    return headers
        .find(helidonName)
        .or(() -> range ? headers.find(HeaderNames.CONTENT_LOCATION) : Optional.empty())
        .map(header -> String.join(", ", header.allValues()));
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
