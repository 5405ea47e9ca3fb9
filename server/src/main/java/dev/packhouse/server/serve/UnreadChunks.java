package dev.packhouse.server.serve;

import io.helidon.webserver.CloseConnectionException;

/** Ends a connection on which a body in chunks is on its way, which nobody reads. */
final class UnreadChunks extends CloseConnectionException {
  private static final long serialVersionUID = 1;

  UnreadChunks() {
    super("closed before a body in chunks");
  }
}
