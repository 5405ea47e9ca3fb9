package dev.packhouse.server.observe;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** What went wrong, for those who run the server: on one line, and enough to find the place. */
public final class FailureSentence {
  /** Of those that one failure is the reason of the next. */
  private static final int MOST_REASONS = 5;

  private FailureSentence() {}

  /** Says it in the log, and at level debug with the stack trace. */
  public static void log(System.Logger logger, Level level, String what, Throwable failure) {
    if (logger.isLoggable(Level.DEBUG)) {
      logger.log(level, what, failure);
    } else {
      logger.log(level, what + ": " + of(failure));
    }
  }

  /**
   * Class and message, then those of the reasons, and where the last of them comes from: {@code
   * java.io.IOException: cannot search because of java.lang.IllegalStateException: closed at
   * a.B.c(B.java:7)}.
   */
  static String of(Throwable failure) {
    List<String> reasons = new ArrayList<>();
    Throwable last = failure;
    reasons.add(last.toString());
    while (last.getCause() != null && reasons.size() < MOST_REASONS) {
      last = last.getCause();
      reasons.add(last.toString());
    }
    String sentence = String.join(" because of ", reasons);
    StackTraceElement[] frames = last.getStackTrace();
    return frames.length == 0 ? sentence : sentence + " at " + frames[0];
  }
}
