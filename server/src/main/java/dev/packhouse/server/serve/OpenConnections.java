package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig.Limits;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All connections of clients, which must keep to limits. When the server stops, Helidon would cut
 * whatever waits for a request at that moment, even a client that has had an answer a millisecond
 * ago and is sending its next request; and it would wait to the end for a client that has connected
 * and sends nothing. So it is not Helidon that ends connections here: {@link #closeIdle} is called
 * until none is left.
 */
final class OpenConnections {
  /**
   * A client that goes on will have sent its next request by then, and be told that it was the
   * last.
   */
  private static final Duration IDLE = Duration.ofMillis(200);

  /** What it takes to agree on TLS over a slow line. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(2);

  private final Limits limits;
  private final int most;
  private final Map<SocketAddress, ClientSocket> open = new ConcurrentHashMap<>();

  /**
   * @param most connections at a time
   */
  OpenConnections(Limits limits, int most) {
    this.limits = limits;
    this.most = most;
  }

  /**
   * Takes note of a new one, for which the one that has been idle for longest makes room where
   * there is none.
   *
   * @throws IllegalStateException all are busy, so there is no room for another
   */
  void accept(SocketChannel channel) {
    if (open.size() >= most) {
      open.values().removeIf(socket -> !socket.isOpen());
    }
    if (open.size() >= most && !closeLongestIdle()) {
      throw new IllegalStateException("no room for another connection");
    }
    try {
      open.put(channel.getRemoteAddress(), new ClientSocket(channel, limits));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Watches the connections that a selector makes. */
  ServerConnectionSelector watch(ServerConnectionSelector selector) {
    return new Watched(selector);
  }

  /** Ends those that have not asked for anything for a while. */
  void closeIdle() {
    open.values().forEach(socket -> socket.closeIdle(HANDSHAKE));
  }

  /** Ends those whose clients take longer than they may. */
  void closeOverdue() {
    long now = TimedTransport.now();
    open.values().stream().filter(socket -> socket.isOverdue(now)).forEach(ClientSocket::close);
    open.values().removeIf(socket -> !socket.isOpen());
  }

  private boolean closeLongestIdle() {
    long now = TimedTransport.now();
    Comparator<Map.Entry<SocketAddress, ClientSocket>> byIdleTime =
        Comparator.comparingLong(entry -> entry.getValue().idle(now));
    return open.entrySet().stream()
        .max(byIdleTime)
        .filter(entry -> entry.getValue().idle(now) > IDLE.toNanos())
        .map(
            longest -> {
              longest.getValue().close();
              return open.remove(longest.getKey(), longest.getValue());
            })
        .orElse(false);
  }

  private ServerConnection begin(ServerConnectionSelector selector, ConnectionContext context) {
    SocketAddress client = context.remotePeer().address();
    TimedTransport transport =
        new TimedTransport(context.dataReader(), context.dataWriter(), limits);
    OpenConnection connection =
        new OpenConnection(
            selector,
            new WrappedContext(context, transport.reader(), transport, context.executor()),
            transport,
            IDLE,
            () -> open.remove(client));
    ClientSocket socket = open.get(client);
    if (socket != null) { // otherwise it has been closed already
      socket.begin(connection);
    }
    return connection;
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
      return begin(selector, context);
    }
  }
}
