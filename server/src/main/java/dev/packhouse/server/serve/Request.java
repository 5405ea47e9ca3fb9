package dev.packhouse.server.serve;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a client asked, free of the web server's types.
 *
 * @param method as sent; methods are upper case
 * @param rawPath target of the request line up to the question mark, still percent-encoded
 * @param rawQuery behind the question mark, empty where there is none
 * @param headers value of a header; several lines of one name joined by commas
 */
record Request(
    String method, String rawPath, String rawQuery, Function<String, Optional<String>> headers) {

  Optional<String> header(String name) {
    return headers.apply(name);
  }

  boolean isGet() {
    return method.equals("GET");
  }

  boolean isHead() {
    return method.equals("HEAD");
  }
}
