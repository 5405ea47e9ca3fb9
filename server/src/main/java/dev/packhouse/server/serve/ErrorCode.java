package dev.packhouse.server.serve;

import java.util.Locale;

/** Every kind of error that clients are answered with. The codes stand in logs and never change. */
enum ErrorCode {
  MALFORMED_PATH(400, "malformed path"),
  AMBIGUOUS_BODY(400, "ambiguous length of the body"),
  INVALID_PARAMETER(400, "what is wrong with which parameter"),
  INVALID_VERSION(400, "invalid package version"),
  UNKNOWN_PATH(404, "404 page not found"),
  NO_PAGES(404, "this registry was generated without pages for people (--no-ui)"),
  UNKNOWN_PACKAGE(404, "package revision not found"),
  UNKNOWN_FILE(404, "resource not found"),
  UNKNOWN_ARCHIVE(404, "artifact not found"),
  WRONG_METHOD(405, "method not allowed"),
  PRECONDITION_FAILED(412, "precondition failed"),
  NO_SUCH_RANGE(416, "no such range"),
  INTERNAL(500, "internal server error"),
  NOT_HEALTHY(503, "which check fails"),
  TOO_BUSY(503, "too many answers under way");

  private final int status;
  private final String text;

  ErrorCode(int status, String text) {
    this.status = status;
    this.text = text;
  }

  int status() {
    return status;
  }

  /** What the client reads, save where it is told more. */
  String text() {
    return text;
  }

  /** As it stands in logs: {@code unknown_package}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
