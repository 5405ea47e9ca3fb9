package dev.packhouse.server.serve;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers to what Helidon refuses before it is a request: without details of what went wrong. */
final class RefusedRequests implements DirectHandler {
  private RefusedRequests() {}

  static DirectHandlers handlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    RefusedRequests refused = new RefusedRequests();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, refused);
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
    Status status = isUnreadable(request, type) ? Status.BAD_REQUEST_400 : helidonStatus;
    String text = status.reasonPhrase().toLowerCase(Locale.ROOT);
    ServerResponseHeaders headers = ServerResponseHeaders.create(helidonHeaders);
    HelidonHeaders.add(Answer.refusal(status.code(), text), headers);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .entity((text + "\n").getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  /**
   * Helidon reports an internal error where its parser fails on a method or a header that is no
   * token. Errors of our own never come here: they have a handler.
   */
  private static boolean isUnreadable(TransportRequest request, EventType type) {
    return type == EventType.INTERNAL_ERROR && request.path().isEmpty();
  }
}
