package dev.packhouse.server.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line in the log for each request, and a second one with the reason where it was our fault that
 * there was no answer. Stack traces and who asks for our health are only told of where everything
 * is.
 */
public final class AccessLog implements RequestObserver {
  private static final String LINES = "packhouse.access";
  private static final String ERRORS = "packhouse.errors";
  private static final String HEALTH = "/health";

  private final Logger lines;
  private final Logger errors;
  private final boolean structured;

  AccessLog(Logger lines, Logger errors, boolean structured) {
    this.lines = lines;
    this.errors = errors;
    this.structured = structured;
  }

  /**
   * Into the log of the process.
   *
   * @param structured with everything as key-values; otherwise everything is in the message
   */
  public static AccessLog of(boolean structured) {
    return new AccessLog(
        LoggerFactory.getLogger(LINES), LoggerFactory.getLogger(ERRORS), structured);
  }

  @Override
  public Observation begin(Received request) {
    Level level = request.route().equals(HEALTH) ? Level.DEBUG : Level.INFO;
    return outcome -> {
      if (lines.isEnabledForLevel(level)) {
        tell(request, outcome, lines.atLevel(level));
      }
      outcome.failure().ifPresent(failure -> tell(request, failure));
    };
  }

  private void tell(Received request, Finished outcome, LoggingEventBuilder event) {
    if (structured) {
      with(AccessFields.of(request, outcome), event).log(AccessSentence.shortly(request, outcome));
    } else {
      Map<String, Object> trace = new LinkedHashMap<>();
      AccessFields.addTrace(request, trace);
      with(trace, event).log(AccessSentence.inFull(request, outcome));
    }
  }

  private void tell(Received request, Throwable failure) {
    String what = "no answer to " + AccessSentence.name(request) + ", request " + request.id();
    LoggingEventBuilder event = with(AccessFields.of(request), errors.atError());
    if (errors.isDebugEnabled()) {
      event.setCause(failure).log(what);
    } else {
      event
          .addKeyValue("error.type", failure.getClass().getName())
          .addKeyValue("error.message", String.valueOf(failure.getMessage()))
          .log(what + ": " + FailureSentence.of(failure));
    }
  }

  private static LoggingEventBuilder with(Map<String, Object> fields, LoggingEventBuilder event) {
    LoggingEventBuilder all = event;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      all = all.addKeyValue(field.getKey(), field.getValue());
    }
    return all;
  }
}
