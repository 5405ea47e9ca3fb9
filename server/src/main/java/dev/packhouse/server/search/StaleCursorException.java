package dev.packhouse.server.search;

import java.io.IOException;

/** What was given before a cursor is not the beginning of the answer any more. */
public final class StaleCursorException extends IOException {
  private static final long serialVersionUID = 1;

  StaleCursorException() {
    super("the answer has changed since the cursor was given");
  }
}
