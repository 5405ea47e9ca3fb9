package dev.packhouse.server.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All connections of clients. When the server stops, Helidon would cut whatever waits for a request
 * at that moment, even a client that has had an answer a millisecond ago and is sending its next
 * request; and it would wait to the end for a client that has connected and sends nothing. So it is
 * not Helidon that ends connections here: {@link #closeIdle} is called until none is left.
 */
final class OpenConnections {
  /**
   * A client that goes on will have sent its next request by then, and be told that it was the
   * last.
   */
  private static final Duration IDLE = Duration.ofMillis(200);

  private final Set<OpenConnection> open = ConcurrentHashMap.newKeySet();

  /** Watches the connections that a selector makes. */
  ServerConnectionSelector watch(ServerConnectionSelector selector) {
    return new Watched(selector);
  }

  /** Ends those that have not asked for anything for a while. */
  void closeIdle() {
    open.forEach(connection -> connection.close(false));
  }

  private final class Watched implements ServerConnectionSelector {
    private final ServerConnectionSelector selector;

    Watched(ServerConnectionSelector selector) {
      this.selector = selector;
    }

    @Override
    public int bytesToIdentifyConnection() {
      return selector.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
      return selector.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
      return selector.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
      return new OpenConnection(selector, context, IDLE, open);
    }
  }
}
