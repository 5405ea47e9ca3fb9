package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
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

  private static final ScopedValue<String> CLIENT = ScopedValue.newInstance();
  private static final ScopedValue<TimedTransport> TRANSPORT = ScopedValue.newInstance();

  private final ServerConnectionSelector selector;
  private final ConnectionContext context;
  private final Duration idle;
  private final TimedTransport transport;
  private final Runnable whenOver;
  private final Thread thread = Thread.currentThread();
  private final AtomicBoolean leaving = new AtomicBoolean();
  private volatile @Nullable ServerConnection connection;

  /**
   * @param selector makes the connection once the client has sent something
   * @param transport over which it reads and writes
   * @param idle how long nothing must have been asked before this may be ended
   */
  OpenConnection(
      ServerConnectionSelector selector,
      ConnectionContext context,
      TimedTransport transport,
      Duration idle,
      Runnable whenOver) {
    this.selector = selector;
    this.context = context;
    this.idle = idle;
    this.transport = transport;
    this.whenOver = whenOver;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      context.dataReader().ensureAvailable();
      ServerConnection made = selector.connection(context);
      connection = made;
      String client = context.remotePeer().host();
      ScopedValue.where(CLIENT, client)
          .where(TRANSPORT, transport)
          .call(() -> answerAll(made, limit));
    } catch (DataReader.InsufficientDataAvailableException closedWithoutAWord) {
      return;
    } finally {
      whenOver.run();
    }
  }

  private static boolean answerAll(ServerConnection made, Limit limit) throws InterruptedException {
    made.handle(limit);
    return true;
  }

  /** The address of the client whose requests this thread reads. */
  static String client() {
    return CLIENT.orElse("");
  }

  /** Over which this thread answers; nothing where streams of HTTP/2 share it. */
  static Optional<TimedTransport> transport() {
    return TRANSPORT.isBound() ? Optional.of(TRANSPORT.get()) : Optional.empty();
  }

  /** Whether the client takes longer than it may for whatever it is to do next. */
  boolean isOverdue(long now, Duration longestIdle) {
    boolean waits =
        connection instanceof Http2Streams streams
            ? streams.idle(now) > longestIdle.toNanos()
            : transport.readsTooLong(now);
    return waits || transport.writesTooLong(now);
  }

  /** How many nanoseconds there has been neither a request nor an answer; 0 where there is one. */
  long idle(long now) {
    return connection instanceof Http2Streams streams ? streams.idle(now) : transport.idle(now);
  }

  /** How many nanoseconds a request or an answer has waited for nothing but the client. */
  long stalled(long now) {
    return connection instanceof Http2Streams streams
        ? Math.min(streams.stalled(now), transport.unmoved(now))
        : transport.stalled(now);
  }

  /** Not Helidon's, which goes by the time of day: that can be set back. */
  @Override
  public Duration idleTime() {
    return Duration.ofNanos(idle(TimedTransport.now()));
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
