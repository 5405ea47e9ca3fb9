package dev.packhouse.server.search;

import java.io.IOException;

/** What a cursor goes on with is not there any more: the answer has changed since it was given. */
public final class StaleCursorException extends IOException {
  private static final long serialVersionUID = 1;

  StaleCursorException() {
    super("the answer has changed since the cursor was given");
  }
}
