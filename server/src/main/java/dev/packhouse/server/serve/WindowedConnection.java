package dev.packhouse.server.serve;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/**
 * A connection whose window closes with it, whoever ended it: streams that wait for room would
 * otherwise keep their bodies for as long as they have patience.
 *
 * @param http2 a connection of Helidon's
 */
record WindowedConnection(ServerConnection http2, ConnectionWindow window)
    implements ServerConnection, InterruptableTask<Void> {
  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      http2.handle(limit);
    } finally {
      window.close();
    }
  }

  @Override
  public Duration idleTime() {
    return http2.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http2.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http2 instanceof InterruptableTask<?> task && task.canInterrupt();
  }
}
