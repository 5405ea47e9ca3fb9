package dev.packhouse.server.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All of an answer, save what every answer carries.
 *
 * @param body never sent for HEAD, but its length is announced
 * @param error what kind of error it is, if it is one
 */
record Answer(int status, List<Header> headers, Body body, Optional<ErrorCode> error)
    implements Outcome {
  private static final Header PLAIN_TEXT = new Header("Content-Type", "text/plain; charset=utf-8");

  public Answer {
    headers = List.copyOf(headers);
  }

  static Answer of(int status, List<Header> headers, Body body) {
    return new Answer(status, headers, body, Optional.empty());
  }

  static Answer empty(int status, Header... headers) {
    return of(status, List.of(headers), Body.EMPTY);
  }

  /** The same with one more header. */
  Answer with(Header more) {
    List<Header> all = new ArrayList<>(headers);
    all.add(more);
    return new Answer(status, all, body, error);
  }

  /** An error that no cache may keep. */
  static Answer error(ErrorCode code, Header... more) {
    return error(code, code.text(), more);
  }

  /** An error that says more than its kind. */
  static Answer error(ErrorCode code, String text, Header... more) {
    return error(code, text, List.of(more), CacheHeaders.NO_STORE);
  }

  /** A missing file of a known version: as immutable as the version, so caches may remember it. */
  static Answer missingFile(Duration maxAge) {
    ErrorCode code = ErrorCode.UNKNOWN_FILE;
    return error(code, code.text(), List.of(), CacheHeaders.publicFor(maxAge));
  }

  /** To something that could not be read as a request. */
  static Answer refusal(int status, String text) {
    return of(status, errorHeaders(List.of(), CacheHeaders.NO_STORE), Body.of(text + "\n"));
  }

  private static Answer error(
      ErrorCode code, String text, List<Header> more, List<Header> cacheHeaders) {
    List<Header> headers = errorHeaders(more, cacheHeaders);
    return new Answer(code.status(), headers, Body.of(text + "\n"), Optional.of(code));
  }

  private static List<Header> errorHeaders(List<Header> more, List<Header> cacheHeaders) {
    List<Header> headers = new ArrayList<>(more);
    headers.add(PLAIN_TEXT);
    headers.addAll(cacheHeaders);
    return headers;
  }
}
