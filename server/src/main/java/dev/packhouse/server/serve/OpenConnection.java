package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A connection that can be ended before the client has sent anything, and that is never ended while
 * a request is under way or may be about to come.
 */
final class OpenConnection implements ServerConnection, InterruptableTask<Void> {
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final ServerConnectionSelector selector;
  private final ConnectionContext context;
  private final Duration idle;
  private final Set<OpenConnection> open;
  private final Thread thread = Thread.currentThread();
  private final long since = System.nanoTime();
  private final AtomicBoolean leaving = new AtomicBoolean();
  private volatile @Nullable ServerConnection connection;

  /**
   * @param selector makes the connection once the client has sent something
   * @param idle how long nothing must have been asked before this may be ended
   * @param open has this while it lasts
   */
  OpenConnection(
      ServerConnectionSelector selector,
      ConnectionContext context,
      Duration idle,
      Set<OpenConnection> open) {
    this.selector = selector;
    this.context = context;
    this.idle = idle;
    this.open = open;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    open.add(this);
    try {
      context.dataReader().ensureAvailable();
      ServerConnection made = selector.connection(context);
      connection = made;
      made.handle(limit);
    } catch (DataReader.InsufficientDataAvailableException closedWithoutAWord) {
      return;
    } finally {
      open.remove(this);
    }
  }

  @Override
  public Duration idleTime() {
    ServerConnection made = connection;
    return made == null ? Duration.ofNanos(System.nanoTime() - since) : made.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    if (!interrupt && connection instanceof Http2Streams streams) {
      if (leaving.compareAndSet(false, true)) {
        streams.close(false);
      }
    } else if (interrupt || canInterrupt()) {
      thread.interrupt();
    }
  }

  /** A thread that does not wait has just been given something to read. */
  @Override
  public boolean canInterrupt() {
    return WAITING.contains(thread.getState())
        && waitsForRequest()
        && idleTime().compareTo(idle) >= 0;
  }

  private boolean waitsForRequest() {
    ServerConnection made = connection;
    return made == null || (made instanceof InterruptableTask<?> task && task.canInterrupt());
  }
}
