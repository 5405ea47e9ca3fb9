package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig.Limits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a client, from the moment it is accepted: TLS has to be agreed upon before HTTP.
 */
final class ClientSocket {
  private static final System.Logger LOGGER = System.getLogger(ClientSocket.class.getName());

  private final SocketChannel channel;
  private final Limits limits;
  private final long since = TimedTransport.now();
  private volatile @Nullable OpenConnection connection;

  ClientSocket(SocketChannel channel, Limits limits) {
    this.channel = channel;
    this.limits = limits;
  }

  /** HTTP begins. */
  void begin(OpenConnection first) {
    connection = first;
  }

  SocketChannel channel() {
    return channel;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** HTTP has not begun. */
  boolean isWaiting() {
    return connection == null && isOpen();
  }

  boolean isOverdue(long now) {
    OpenConnection begun = connection;
    return begun == null
        ? now - since > limits.requestTime().toNanos()
        : begun.isOverdue(now, limits.idleTime());
  }

  /**
   * How many nanoseconds there has been no request; 0 where there is one.
   *
   * @param handshake how long a client may take that has yet to agree on TLS, or whose turn has not
   *     come, until it counts as idle for more than a moment
   */
  long idle(long now, Duration handshake) {
    OpenConnection begun = connection;
    return begun == null ? Math.max(1, now - since - handshake.toNanos()) : begun.idle(now);
  }

  /** Whether the client has sent something that nobody has come to read yet. */
  boolean hasUnread() {
    try {
      return channel.socket().getInputStream().available() > 0;
    } catch (IOException closed) {
      return false;
    }
  }

  /**
   * Ends it where nothing is under way, or nothing moves.
   *
   * @param patience with a client that keeps something from coming to an end
   */
  void closeUnlessActive(Duration patience) {
    long now = TimedTransport.now();
    OpenConnection begun = connection;
    if (begun != null) {
      begun.close(false);
    }
    if ((begun == null ? now - since : begun.stalled(now)) > patience.toNanos()) {
      close();
    }
  }

  /** Ends whatever is under way. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, "a connection cannot be closed", e);
    }
  }
}
