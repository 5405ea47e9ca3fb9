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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * All connections of clients, which must keep to limits. When the server stops, Helidon would cut
 * whatever waits for a request at that moment, even a client that has had an answer a millisecond
 * ago and is sending its next request; and it would wait to the end for a client that has connected
 * and sends nothing, or that reads nothing. So it is not Helidon that ends connections here: {@link
 * #closeUnlessActive} is called until none is left.
 */
final class OpenConnections {
  /**
   * A client that goes on will have sent its next request by then, and be told that it was the
   * last.
   */
  private static final Duration IDLE = Duration.ofMillis(200);

  /** What it takes to agree on TLS over a slow line. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(2);

  /** By then a connection that nobody uses has been idle for long enough. */
  private static final Duration LONGEST_WAIT = HANDSHAKE.plus(IDLE).plus(IDLE);

  /** Looking for idle ones takes time, so room is made for a hundredth of all. */
  private static final int CLOSED_AT_ONCE = 100;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

  /**
   * What clients may do nothing for that keep the server from its end. Of a client that reads, the
   * system tells only each time that it has read some hundred kilobytes.
   */
  private static final Duration STALLED = Duration.ofSeconds(5);

  /** How much longer than its limit something may take: a tenth. */
  private static final int LOOKS_PER_LIMIT = 10;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

  private final Limits limits;
  private final int most;
  private final Map<SocketAddress, ClientSocket> open = new ConcurrentHashMap<>();
  private volatile @Nullable ClientSocket newest;
  private volatile boolean refusing;

  /**
   * @param most connections at a time
   */
  OpenConnections(Limits limits, int most) {
    this.limits = limits;
    this.most = most;
  }

  /**
   * Takes note of a new one, for which those that have been idle for longest make room where there
   * is none. Where many come at once, that is waited for, and they wait in the system's queue.
   *
   * @throws IllegalStateException all are busy, so there is no room for another; or the server
   *     stops
   */
  void accept(SocketChannel channel) {
    makeRoom();
    ClientSocket socket = new ClientSocket(channel, limits);
    newest = socket;
    if (refusing) {
      throw new IllegalStateException("the server stops");
    }
    try {
      open.put(channel.getRemoteAddress(), socket);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /**
   * Takes no further one, and returns once the newest has a thread, which it cannot get from a
   * Helidon that stops: it would be cut, and Helidon's log say so at length. Those before it have
   * theirs, because one thread accepts them all.
   */
  void refuseFurther() {
    refusing = true;
    ClientSocket last = newest;
    long end = TimedTransport.now() + IDLE.toNanos();
    while (last != null && last.isWaiting() && TimedTransport.now() < end) {
      LockSupport.parkNanos(
          BETWEEN_TRIES.toNanos()); // whoever is interrupted still stops the server
    }
  }

  /** Watches the connections that a selector makes. */
  ServerConnectionSelector watch(ServerConnectionSelector selector) {
    return new Watched(selector);
  }

  /** Ends those that have not asked for anything for a while, and those where nothing moves. */
  void closeUnlessActive() {
    open.values().forEach(socket -> socket.closeUnlessActive(STALLED));
  }

  /** Ends all that are left, also those that came too late to get a thread. */
  void closeAll() {
    open.values().forEach(ClientSocket::close);
  }

  /** How long to wait between two calls of {@link #closeOverdue}. */
  Duration betweenLooks() {
    long shortest =
        LongStream.of(
                limits.requestTime().toMillis(),
                limits.idleTime().toMillis(),
                limits.writeTime().toMillis())
            .min()
            .getAsLong();
    return Duration.ofMillis(
        Math.clamp(
            shortest / LOOKS_PER_LIMIT, SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
  }

  /** Ends those whose clients take longer than they may. */
  void closeOverdue() {
    long now = TimedTransport.now();
    open.values().stream().filter(socket -> socket.isOverdue(now)).forEach(ClientSocket::close);
    open.values().removeIf(socket -> !socket.isOpen());
  }

  private void makeRoom() {
    long end = TimedTransport.now() + LONGEST_WAIT.toNanos();
    while (isFull()) {
      List<Idle> longest = idleForLongest();
      if (longest.isEmpty() || TimedTransport.now() > end) {
        throw new IllegalStateException("no room for another connection");
      }
      if (longest.getFirst().nanos() > IDLE.toNanos()) {
        longest.stream()
            .filter(idle -> idle.nanos() > IDLE.toNanos())
            .forEach(idle -> idle.socket().close());
      } else {
        pause();
      }
    }
  }

  /** A socket without a request, as it was at some moment. */
  private record Idle(ClientSocket socket, long nanos) {}

  /** Not those of which something has come that a busy server has not read yet. */
  private List<Idle> idleForLongest() {
    long now = TimedTransport.now();
    return open.values().stream()
        .map(socket -> new Idle(socket, socket.idle(now, HANDSHAKE)))
        .filter(idle -> idle.nanos() > 0)
        .sorted(Comparator.comparingLong(Idle::nanos).reversed())
        .filter(idle -> !idle.socket().hasUnread())
        .limit(Math.max(1, most / CLOSED_AT_ONCE))
        .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server stops", e);
    }
  }

  private boolean isFull() {
    if (open.size() >= most) {
      open.values().removeIf(socket -> !socket.isOpen());
    }
    return open.size() >= most;
  }

  private ServerConnection begin(ServerConnectionSelector selector, ConnectionContext context) {
    SocketAddress client = context.remotePeer().address();
    ClientSocket socket = open.get(client); // none where it has been closed already
    SocketChannel plain = socket == null || context.isSecure() ? null : socket.channel();
    TimedTransport transport =
        new TimedTransport(context.dataReader(), context.dataWriter(), plain, limits);
    OpenConnection connection =
        new OpenConnection(
            selector,
            new WrappedContext(context, transport.reader(), transport, context.executor()),
            transport,
            IDLE,
            () -> open.remove(client));
    if (socket != null) {
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
