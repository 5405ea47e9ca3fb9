package dev.packhouse.server.serve;

import dev.packhouse.server.config.ResponseHeader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the header section of an answer in Helidon's terms.
 *
 * @param everywhere what every answer carries because it is configured
 */
record HelidonHeaders(List<io.helidon.http.Header> everywhere) {
  private static final io.helidon.http.Header NO_SNIFFING =
      HeaderValues.createCached("X-Content-Type-Options", "nosniff");
  private static final io.helidon.http.Header ANY_ORIGIN =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");

  HelidonHeaders {
    everywhere = List.copyOf(everywhere);
  }

  /** Several values of one name stay several lines. */
  static HelidonHeaders of(List<ResponseHeader> configured) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (ResponseHeader header : configured) {
      values.computeIfAbsent(header.name(), first -> new ArrayList<>()).add(header.value());
    }
    List<io.helidon.http.Header> everywhere = new ArrayList<>();
    values.forEach(
        (name, all) -> everywhere.add(HeaderValues.create(HeaderNames.create(name), all)));
    return new HelidonHeaders(everywhere);
  }

  /** Those of the answer, and what every answer carries, where what is configured wins. */
  void add(Answer answer, WritableHeaders<?> headers) {
    headers.set(NO_SNIFFING);
    headers.set(ANY_ORIGIN);
    everywhere.forEach(headers::set);
    for (Header header : answer.headers()) {
      HeaderName name = HeaderNames.create(header.name());
      headers.add(HeaderValues.create(name, header.value()));
    }
  }

  /**
   * A header of a request. Several lines of one name mean the same as one with commas: RFC 9110,
   * section 5.3.
   */
  static Optional<String> find(String name, Headers headers) {
    return headers
        .find(HeaderNames.create(name))
        .map(
            header ->
                header.valueCount() == 1 ? header.get() : String.join(", ", header.allValues()));
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
