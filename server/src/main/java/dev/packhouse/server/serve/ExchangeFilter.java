package dev.packhouse.server.serve;

import dev.packhouse.server.observe.Finished;
import dev.packhouse.server.observe.Received;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.RequestObserver.Observation;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers every request before Helidon's routing, which would normalise the path: routes are found
 * on the path as it was sent.
 */
final class ExchangeFilter implements Filter {
  private static final System.Logger LOGGER = System.getLogger(ExchangeFilter.class.getName());

  private final RegistrySite site;
  private final RequestObserver observer;

  ExchangeFilter(RegistrySite site, RequestObserver observer) {
    this.site = site;
    this.observer = observer;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest helidonRequest, RoutingResponse response) {
    long start = System.nanoTime();
    Request request = request(helidonRequest);
    Route route = site.route(request);
    String id = RequestId.of(request.header(RequestId.HEADER));
    Observation observation = observer.begin(received(helidonRequest, request, route, id));
    Made made = make(route, request);
    response.headers().set(HeaderNames.create(RequestId.HEADER), id);
    askToLeave(helidonRequest, response);
    AnswerSender.Sent sent = new AnswerSender.Sent(0, false);
    try {
      sent = AnswerSender.send(made.answer(), request.isHead(), response);
    } finally {
      observation.end(finished(made, sent, Duration.ofNanos(System.nanoTime() - start)));
    }
    if (!sent.complete()) {
      throw new CloseConnectionException("an answer broke off");
    }
    response.commit();
    closeIfAsked(helidonRequest, response);
  }

  /**
   * An answer, and why it is no better one.
   *
   * @param failure where it was our fault
   */
  private record Made(Answer answer, Optional<Throwable> failure) {}

  /** Whatever goes wrong is told to those who run the server, and to the client that it did. */
  private Made make(Route route, Request request) {
    try {
      return new Made(site.answer(route, request), Optional.empty());
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError failure) {
      return new Made(Answer.error(ErrorCode.INTERNAL), Optional.of(failure));
    }
  }

  private static Finished finished(Made made, AnswerSender.Sent sent, Duration time) {
    Answer answer = made.answer();
    return new Finished(
        answer.status(),
        answer.error().map(ErrorCode::code),
        sent.bytes(),
        sent.complete(),
        time,
        made.failure());
  }

  /** Clients that are told so send their next request elsewhere, and not to a port that closes. */
  private void askToLeave(RoutingRequest request, RoutingResponse response) {
    if (site.health().isDraining() && request.prologue().protocolVersion().startsWith("1")) {
      response.headers().set(HeaderValues.CONNECTION_CLOSE);
    }
  }

  /**
   * RFC 9112, section 9.6: a server that announces the end of a connection closes it, but Helidon
   * leaves that to the client. An exception is its way to say so.
   */
  private static void closeIfAsked(RoutingRequest request, RoutingResponse response) {
    if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      try {
        request.content().consume(); // what is unread when a socket closes can undo what was sent
      } catch (RuntimeException broken) {
        LOGGER.log(Level.DEBUG, "a body was left unread", broken);
      }
      throw new CloseConnectionException("closed as announced");
    }
  }

  private static Received received(
      RoutingRequest helidonRequest, Request request, Route route, String id) {
    return new Received(
        request.method(),
        route.pattern(),
        request.rawPath(),
        request.rawQuery(),
        helidonRequest.remotePeer().host(),
        id,
        request.headers());
  }

  private static Request request(RoutingRequest request) {
    HttpPrologue prologue = request.prologue();
    ServerRequestHeaders headers = request.headers();
    return new Request(
        prologue.method().text(),
        prologue.uriPath().rawPath(),
        prologue.query().rawValue(),
        // RFC 9110, section 5.3: several lines of one name mean the same as one with commas.
        name ->
            headers
                .find(HeaderNames.create(name))
                .map(header -> String.join(", ", header.allValues())));
  }
}
