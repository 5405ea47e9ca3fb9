package dev.packhouse.server.serve;

import dev.packhouse.server.observe.Finished;
import dev.packhouse.server.observe.Received;
import dev.packhouse.server.observe.RequestObserver;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers to what Helidon refuses before it is a request: without details of what went wrong.
 *
 * @param observer is told of each
 */
record RefusedRequests(HelidonHeaders allAnswers, RequestObserver observer)
    implements DirectHandler {
  /** What there is instead of a method and a path. */
  private static final String UNREADABLE = "unreadable";

  /** RFC 6585, section 5. */
  private static final Status HEADERS_TOO_LARGE =
      Status.create(431, "Request Header Fields Too Large");

  /** Helidon's word for headers that are too many or too long, which it answers with 400. */
  private static final String TOO_LONG = "Header size exceeded";

  DirectHandlers handlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status helidonStatus,
      ServerResponseHeaders helidonHeaders,
      String message) {
    Status status = status(request, type, helidonStatus, message);
    String text = status.reasonPhrase().toLowerCase(Locale.ROOT);
    ServerResponseHeaders headers = ServerResponseHeaders.create(helidonHeaders);
    allAnswers.add(Answer.refusal(status.code(), text), headers);
    String id = RequestId.of(Optional.empty());
    headers.set(HeaderNames.create(RequestId.HEADER), id);
    observer.begin(received(request, id)).end(finished(status, text.length() + 1));
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .entity((text + "\n").getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  private static Received received(TransportRequest request, String id) {
    String method = request.method().isEmpty() ? UNREADABLE : request.method();
    return new Received(
        method,
        UNREADABLE,
        request.path(),
        "",
        OpenConnection.client(),
        id,
        name -> Optional.empty());
  }

  private static Finished finished(Status status, int bytes) {
    return new Finished(
        status.code(), Optional.of(UNREADABLE), bytes, true, Duration.ZERO, Optional.empty());
  }

  private static Status status(
      TransportRequest request, EventType type, Status helidonStatus, String message) {
    if (TOO_LONG.equals(message)) {
      return HEADERS_TOO_LARGE;
    }
    return isUnreadable(request, type) ? Status.BAD_REQUEST_400 : helidonStatus;
  }

  /**
   * Helidon reports an internal error where its parser fails on a method or a header that is no
   * token. Errors of our own never come here: they have a handler.
   */
  private static boolean isUnreadable(TransportRequest request, EventType type) {
    return type == EventType.INTERNAL_ERROR && request.path().isEmpty();
  }
}
