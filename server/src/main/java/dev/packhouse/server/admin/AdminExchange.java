package dev.packhouse.server.admin;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Carries questions and answers over Helidon. */
record AdminExchange(AdminSite site) implements Filter {
  private static final System.Logger LOGGER = System.getLogger(AdminExchange.class.getName());

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    AdminAnswer answer = site.answer(question(request));
    response.status(Status.create(answer.status()));
    answer
        .headers()
        .forEach((name, value) -> response.headers().set(HeaderNames.create(name), value));
    response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
    response.headers().set(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    try (OutputStream out = response.outputStream()) {
      answer.body().writeTo(out);
    } catch (IOException | UncheckedIOException e) {
      LOGGER.log(Level.DEBUG, "an answer broke off", e);
      throw new CloseConnectionException("an answer broke off");
    }
    response.commit();
  }

  private static AdminRequest question(RoutingRequest request) {
    HttpPrologue prologue = request.prologue();
    return new AdminRequest(
        prologue.method().text(),
        prologue.uriPath().rawPath(),
        prologue.query().rawValue(),
        name -> request.headers().first(HeaderNames.create(name)));
  }
}
