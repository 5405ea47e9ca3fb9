package dev.packhouse.server.serve;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which nothing was sent yet. It can be idle and be closed as any other: Helidon
 * knows of it before its first bytes tell what it speaks.
 */
final class OpenedConnection implements ServerConnection, InterruptableTask<Void> {
  private final Supplier<ServerConnection> choice;
  private final long opened = System.nanoTime();
  private volatile @Nullable ServerConnection chosen;
  private volatile @Nullable Thread handler;

  /**
   * @param choice waits for the first bytes
   */
  OpenedConnection(Supplier<ServerConnection> choice) {
    this.choice = choice;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    handler = Thread.currentThread();
    ServerConnection connection = choice.get();
    chosen = connection;
    connection.handle(limit);
  }

  @Override
  public Duration idleTime() {
    ServerConnection connection = chosen;
    return connection == null
        ? Duration.ofNanos(System.nanoTime() - opened)
        : connection.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    ServerConnection connection = chosen;
    Thread thread = handler;
    if (connection != null) {
      connection.close(interrupt);
    } else if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean canInterrupt() {
    ServerConnection connection = chosen;
    return connection == null
        || (connection instanceof InterruptableTask<?> task && task.canInterrupt());
  }
}
