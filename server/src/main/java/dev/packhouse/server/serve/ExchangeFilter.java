package dev.packhouse.server.serve;

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
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/**
 * Answers every request before Helidon's routing, which would normalise the path: routes are found
 * on the path as it was sent.
 */
final class ExchangeFilter implements Filter {
  private static final System.Logger LOGGER = System.getLogger(ExchangeFilter.class.getName());

  private final RegistrySite site;

  ExchangeFilter(RegistrySite site) {
    this.site = site;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest helidonRequest, RoutingResponse response) {
    Request request = request(helidonRequest);
    Answer answer = answer(request);
    if (!request.rawPath().endsWith("/health")) {
      LOGGER.log(
          Level.DEBUG, () -> request.method() + " " + request.rawPath() + " " + answer.status());
    }
    AnswerSender.send(answer, request.isHead(), response);
    response.commit();
    closeIfAsked(helidonRequest, response);
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

  private Answer answer(Request request) {
    try {
      return site.answer(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Helidon hands it to UnhandledErrors
    }
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
