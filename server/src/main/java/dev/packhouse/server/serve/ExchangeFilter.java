package dev.packhouse.server.serve;

import dev.packhouse.server.observe.Finished;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Received;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.RequestObserver.Observation;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.observe.Tracer.Work;
import io.helidon.http.HeaderName;
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
  private static final HeaderName REQUEST_ID = HeaderNames.create(RequestId.HEADER);
  private static final Answer TOO_BUSY =
      Answer.error(ErrorCode.TOO_BUSY, new Header("Retry-After", "5"));
  private static final System.Logger LOGGER = System.getLogger(ExchangeFilter.class.getName());

  private final ShownSite shown;
  private final Health health;
  private final RequestObserver observer;
  private final Tracer tracer;
  private final AnswerSender sender;
  private final InFlight inFlight;

  ExchangeFilter(
      ShownSite shown,
      Health health,
      RequestObserver observer,
      Tracer tracer,
      AnswerSender sender,
      InFlight inFlight) {
    this.shown = shown;
    this.health = health;
    this.observer = observer;
    this.tracer = tracer;
    this.sender = sender;
    this.inFlight = inFlight;
  }

  /** A request is answered from one generation of the registry, whatever comes meanwhile. */
  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    Lease lease = shown.take();
    try {
      exchange(lease.site(), request, response);
    } finally {
      lease.giveBack();
    }
  }

  private void exchange(
      RegistrySite site, RoutingRequest helidonRequest, RoutingResponse response) {
    long start = System.nanoTime();
    boolean http2 = helidonRequest.prologue().protocolVersion().startsWith("2");
    Request request = request(helidonRequest);
    Route route = site.route(request);
    String id = RequestId.of(request.header(RequestId.HEADER));
    Observation observation = observer.begin(received(helidonRequest, request, route, id));
    Made made = make(site, route, request);
    response.headers().set(REQUEST_ID, id);
    if (http2) {
      response.beforeSend(() -> HelidonHeaders.removeUnsent(response.headers()));
    } else {
      askToLeave(helidonRequest, response);
    }
    Body body = request.isHead() ? Body.EMPTY : made.answer().body();
    Optional<InFlight.Share> share = inFlight.take(body, http2);
    if (share.isEmpty()) {
      made = new Made(TOO_BUSY, Optional.empty());
    }
    AnswerSender.Sent sent = new AnswerSender.Sent(0, false);
    try {
      int chunk = share.map(InFlight.Share::chunk).orElse(InFlight.SMALL_CHUNK);
      Answer answer = made.answer();
      sent = StreamExecutor.whileSending(() -> send(answer, request.isHead(), chunk, response));
    } finally {
      share.ifPresent(inFlight::giveBack);
      observation.end(finished(made, sent, Duration.ofNanos(System.nanoTime() - start)));
    }
    if (!sent.complete()) {
      throw new CloseConnectionException("an answer broke off");
    }
    closeIfAsked(helidonRequest, response);
  }

  private AnswerSender.Sent send(
      Answer answer, boolean headOnly, int chunk, RoutingResponse response) {
    return answer.body().isFile() && !headOnly
        ? tracer.trace(Work.SEND_FILE, () -> sendNow(answer, false, chunk, response))
        : sendNow(answer, headOnly, chunk, response);
  }

  private AnswerSender.Sent sendNow(
      Answer answer, boolean headOnly, int chunk, RoutingResponse response) {
    AnswerSender.Sent sent = sender.send(answer, headOnly, chunk, response);
    if (sent.complete()) {
      response.commit(); // over HTTP/2 the last of it is sent only now
    }
    return sent;
  }

  /**
   * An answer, and why it is no better one.
   *
   * @param failure where it was our fault
   */
  private record Made(Answer answer, Optional<Throwable> failure) {}

  /** Whatever goes wrong is told to those who run the server, and to the client that it did. */
  private static Made make(RegistrySite site, Route route, Request request) {
    try {
      return new Made(site.answer(route, request), Optional.empty());
    } catch (IOException
        | RuntimeException
        | AssertionError
        | InternalError // of an index that was cut short under the server
        | StackOverflowError failure) {
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
    if (health.isDraining() || waitsForContinue(request) || hasChunks(request)) {
      response.headers().set(HeaderValues.CONNECTION_CLOSE);
    }
  }

  /**
   * RFC 9112, section 9.6: a server that announces the end of a connection closes it, but Helidon
   * leaves that to the client. An exception is its way to say so.
   */
  private static void closeIfAsked(RoutingRequest request, RoutingResponse response) {
    if (hasChunks(request)) {
      throw new UnreadChunks();
    }
    if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      try {
        consume(request); // what is unread when a socket closes can undo what was sent
      } catch (RuntimeException broken) {
        LOGGER.log(Level.DEBUG, "a body was left unread", broken);
      }
      throw new CloseConnectionException("closed as announced");
    }
  }

  /** A client that waits to be asked for a body need not send it any more. */
  private static void consume(RoutingRequest request) {
    if (!waitsForContinue(request)) {
      request.content().consume();
    }
  }

  /**
   * Whether the body is only sent once it is asked for, which it never is: RFC 9110, section
   * 10.1.1.
   */
  private static boolean waitsForContinue(RoutingRequest request) {
    return request.headers().contains(HeaderNames.EXPECT);
  }

  /**
   * Whether the body comes in chunks. Helidon 4.5 keeps the line before each of them in memory,
   * however long it is, so none is read: no route takes a body.
   */
  private static boolean hasChunks(RoutingRequest request) {
    return request.headers().contains(HeaderNames.TRANSFER_ENCODING);
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
        name -> HelidonHeaders.find(name, headers));
  }
}
