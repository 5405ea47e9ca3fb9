package dev.packhouse.server.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All of an answer, save what every answer carries.
 *
 * @param body never sent for HEAD, but its length is announced
 */
record Answer(int status, List<Header> headers, Body body) implements Outcome {
  private static final Header PLAIN_TEXT = new Header("Content-Type", "text/plain; charset=utf-8");

  public Answer {
    headers = List.copyOf(headers);
  }

  static Answer empty(int status, Header... headers) {
    return new Answer(status, List.of(headers), Body.EMPTY);
  }

  /** An error that no cache may keep. */
  static Answer error(int status, String text, Header... more) {
    return error(status, text, List.of(more), CacheHeaders.NO_STORE);
  }

  static Answer notFound(String text) {
    return error(404, text);
  }

  /** A missing file of a known version: as immutable as the version, so caches may remember it. */
  static Answer missingFile(Duration maxAge) {
    return error(404, "resource not found", List.of(), CacheHeaders.publicFor(maxAge));
  }

  private static Answer error(
      int status, String text, List<Header> more, List<Header> cacheHeaders) {
    List<Header> headers = new ArrayList<>(more);
    headers.add(PLAIN_TEXT);
    headers.addAll(cacheHeaders);
    return new Answer(status, headers, Body.of(text + "\n"));
  }
}
