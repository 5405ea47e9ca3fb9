package dev.packhouse.server.serve;

import java.util.HashMap;
import java.util.Map;

/**
 * Which streams of an HTTP/2 connection have ended: RFC 9113, section 5.1. Helidon 4.5 forgets
 * those and takes what comes for them afterwards as an error of the connection.
 */
final class OpenStreams {
  /** What may still come or go. */
  private enum Left {
    BOTH,
    REQUEST,
    ANSWER
  }

  private final Map<Integer, Left> open = new HashMap<>();
  private int newest;

  /** Called before Helidon gets what the client has sent. */
  synchronized void received(Frame frame) {
    int stream = frame.stream();
    if (frame.type() == Frame.HEADERS && stream > newest) {
      newest = stream;
      open.put(stream, Left.BOTH);
    }
    if (frame.type() == Frame.RST_STREAM) {
      open.remove(stream);
    } else if (frame.endsStream()) {
      end(stream, Left.ANSWER);
    }
  }

  /** Called when Helidon is done with it, whether or not there is room for it in the window. */
  synchronized void sent(Frame frame) {
    if (frame.type() == Frame.RST_STREAM) {
      open.remove(frame.stream());
    } else if (frame.endsStream()) {
      end(frame.stream(), Left.REQUEST);
    }
  }

  /** Whether there was such a stream, and nothing of it is left. */
  synchronized boolean isOver(int stream) {
    return stream <= newest && !open.containsKey(stream);
  }

  private void end(int stream, Left left) {
    open.computeIfPresent(stream, (_, before) -> before == Left.BOTH ? left : null);
  }
}
