package dev.packhouse.server.observe;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request, before it is answered.
 *
 * @param method as sent
 * @param route the pattern of the path, such as {@code /package/{name}/{version}/}: there are few
 *     of them, whatever clients send
 * @param path as sent, without the query
 * @param query as sent, empty where there is none
 * @param client address it came from
 * @param id tells it from others; the client's own where that is a plain word
 * @param headers value of a header by its name
 */
public record Received(
    String method,
    String route,
    String path,
    String query,
    String client,
    String id,
    Function<String, Optional<String>> headers) {

  /** What a person calls it: {@code GET /search}. */
  public String name() {
    return method + " " + route;
  }
}
