package dev.packhouse.server.serve;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * A connection of HTTP/2 that answers what it has taken before it closes: RFC 9113, section 6.8.
 * Helidon's own ends with the next frame that comes, whatever streams are under way.
 *
 * @param http2 Helidon's
 * @param window of the connection; streams that wait for it end with the connection
 * @param streams those under way
 */
record Http2Streams(ServerConnection http2, ConnectionWindow window, StreamExecutor streams)
    implements ServerConnection, InterruptableTask<Void> {
  private static final System.Logger LOGGER = System.getLogger(Http2Streams.class.getName());

  /** Streams on their way are not refused. */
  private static final int LATER_STREAMS_TOO = Integer.MAX_VALUE;

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      http2.handle(limit);
    } finally {
      window.close();
      streams.endSending();
    }
  }

  @Override
  public Duration idleTime() {
    return http2.idleTime();
  }

  /** How many nanoseconds there has been no stream; 0 where there is one. */
  long idle(long now) {
    return streams.idle(now);
  }

  /** How many nanoseconds no answer has been made; 0 where one is being made. */
  long stalled(long now) {
    return streams.stalled(now);
  }

  @Override
  public void close(boolean interrupt) {
    if (interrupt) {
      http2.close(true);
    } else if (streams.whenNone(() -> http2.close(false))) {
      // Whoever stops the server does not wait for a client that reads nothing.
      Thread.startVirtualThread(this::sendGoAway);
    }
  }

  @Override
  public boolean canInterrupt() {
    return http2 instanceof InterruptableTask<?> task && task.canInterrupt();
  }

  private void sendGoAway() {
    try {
      window.writeNow(Frame.goAway(LATER_STREAMS_TOO, Frame.NO_ERROR).buffer());
    } catch (UncheckedIOException gone) {
      LOGGER.log(Level.DEBUG, "the client went away", gone);
    }
  }
}
