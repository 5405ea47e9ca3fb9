package dev.packhouse.server.admin;

import java.util.Optional;
import java.util.function.Function;

/**
 * A question to a running server.
 *
 * @param path as sent
 * @param query behind the question mark, not decoded; empty where there is none
 * @param headers value of a header by its name
 */
record AdminRequest(
    String method, String path, String query, Function<String, Optional<String>> headers) {

  Optional<String> header(String name) {
    return headers.apply(name);
  }

  /** The first value of a parameter; no name or value here needs encoding. */
  Optional<String> parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }
}
