package dev.packhouse.server.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer to somebody who runs the server.
 *
 * @param headers beside those that every answer has
 */
record AdminAnswer(int status, Map<String, String> headers, Body body) {
  private static final String CONTENT_TYPE = "Content-Type";

  public AdminAnswer {
    headers = Map.copyOf(headers);
  }

  /** What is sent; it may take up resources until then. */
  @FunctionalInterface
  interface Body {
    /** Called exactly once. Gives up its resources, whether or not the client takes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  static AdminAnswer of(String contentType, Body body) {
    return new AdminAnswer(200, Map.of(CONTENT_TYPE, contentType), body);
  }

  static AdminAnswer of(int status, String contentType, byte[] body) {
    String length = Integer.toString(body.length);
    return new AdminAnswer(
        status,
        Map.of(CONTENT_TYPE, contentType, "Content-Length", length),
        out -> out.write(body));
  }

  /** One or more lines. */
  static AdminAnswer text(int status, String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    return of(status, "text/plain; charset=utf-8", bytes);
  }

  AdminAnswer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new AdminAnswer(status, more, body);
  }
}
