package dev.packhouse.server.observe;

/** A request in a line that people read. */
final class AccessSentence {
  private AccessSentence() {}

  /** Method, target, status, error, bytes, time, client, user agent, request. */
  static String inFull(Received request, Finished outcome) {
    StringBuilder line = new StringBuilder(256);
    line.append(LogValue.word(request.method(), LogValue.LONGEST_WORD)).append(' ');
    line.append(LogValue.word(target(request), LogValue.LONGEST_PATH + LogValue.LONGEST_QUERY));
    line.append(' ').append(outcome.status());
    outcome.error().ifPresent(code -> line.append(' ').append(code));
    line.append(outcome.complete() ? " " : " broke off ").append(outcome.bytes()).append(" B ");
    appendMilliseconds(outcome.time().toNanos(), line);
    line.append(" ms ").append(LogValue.word(request.client(), LogValue.LONGEST_WORD)).append(' ');
    String agent = request.headers().apply("User-Agent").orElse("");
    line.append(LogValue.word(agent, LogValue.LONGEST_WORD));
    return line.append(" request ").append(request.id()).toString();
  }

  /** Where fields say the rest. */
  static String shortly(Received request, Finished outcome) {
    return name(request) + ' ' + outcome.status() + (outcome.complete() ? "" : " broke off");
  }

  static String name(Received request) {
    return LogValue.word(request.method(), LogValue.LONGEST_WORD) + ' ' + request.route();
  }

  private static String target(Received request) {
    return request.query().isEmpty() ? request.path() : request.path() + '?' + request.query();
  }

  private static void appendMilliseconds(long nanos, StringBuilder line) {
    long micros = nanos / 1000;
    line.append(micros / 1000).append('.');
    line.append(Long.toString(1000 + micros % 1000), 1, 4);
  }
}
