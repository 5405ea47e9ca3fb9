package dev.packhouse.server.serve;

import io.helidon.webserver.CloseConnectionException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the streams of one HTTP/2 connection, so that they find its window and are counted. */
final class StreamExecutor extends AbstractExecutorService {
  private static final ScopedValue<StreamExecutor> CURRENT = ScopedValue.newInstance();

  /** Helidon's word for a stream that the client, or Helidon itself, has reset. */
  private static final String RESET = "Stream is already closed.";

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final ExecutorService executor;
  private final ConnectionWindow window;
  private final Lock lock = new ReentrantLock();
  private final Condition over = lock.newCondition();
  private final Set<Thread> sending = new HashSet<>();

  /** Those that have sent their answer: they throw away what still comes of their request. */
  private final Set<Thread> answered = new HashSet<>();

  private int running;
  private boolean ended;

  /** When a stream last began, had its answer made, or ended. */
  private long since = TimedTransport.now();

  private @Nullable Runnable afterLast;

  StreamExecutor(ExecutorService executor, ConnectionWindow window) {
    this.executor = executor;
    this.window = window;
  }

  /** Waits for room in the window of the connection that this thread answers, if it has one. */
  static OutputStream withinWindow(OutputStream out) {
    if (!CURRENT.isBound()) {
      return out;
    }
    ConnectionWindow window = CURRENT.get().window;
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        window.awaitRoom();
        out.write(bytes, offset, length);
      }
    };
  }

  /** Does what depends on nothing but the client, as far as this server knows. */
  static <T> T whileSending(Supplier<T> send) {
    return CURRENT.isBound() ? CURRENT.get().countSending(send) : send.get();
  }

  private <T> T countSending(Supplier<T> send) {
    begin(Thread.currentThread());
    try {
      return send.get();
    } catch (IllegalStateException e) {
      boolean ended = e.getCause() instanceof InterruptedException; // so Helidon tells of it
      if (ended || RESET.equals(e.getMessage())) {
        throw new CloseConnectionException("the client has gone", e);
      }
      throw e;
    } finally {
      end(Thread.currentThread());
    }
  }

  private void begin(Thread sender) {
    lock.lock();
    try {
      sending.add(sender);
      since = TimedTransport.now();
      if (ended) {
        sender.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(Thread sender) {
    lock.lock();
    try {
      sending.remove(sender);
      answered.add(sender);
      since = TimedTransport.now();
      if (ended) {
        sender.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends all that waits for the client, because it has gone, and returns when no stream is left.
   * Helidon 4.5 would wait for its window for as long as for that of any other, and for the rest of
   * its requests for good: more than once, so it is interrupted until it gives up.
   */
  void endSending() {
    boolean interrupted = false;
    lock.lock();
    try {
      ended = true;
      while (running > 0) {
        sending.forEach(Thread::interrupt);
        answered.forEach(Thread::interrupt);
        try {
          long _ = over.awaitNanos(BETWEEN_TRIES.toNanos());
        } catch (InterruptedException e) {
          interrupted = true; // what is under way ends all the same
        }
      }
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void execute(Runnable stream) {
    lock.lock();
    try {
      running++;
      since = TimedTransport.now();
    } finally {
      lock.unlock();
    }
    try {
      executor.execute(() -> run(stream));
    } catch (RejectedExecutionException ended) {
      end();
      throw ended;
    }
  }

  /**
   * Does something once no stream is running, at once if that is now.
   *
   * @return whether streams are running
   */
  boolean whenNone(Runnable action) {
    lock.lock();
    try {
      if (running > 0) {
        afterLast = action;
        return true;
      }
    } finally {
      lock.unlock();
    }
    action.run();
    return false;
  }

  /** How many nanoseconds no stream has been without its answer. */
  long idle(long now) {
    lock.lock();
    try {
      return running > answered.size() ? 0 : Math.max(0, now - since);
    } finally {
      lock.unlock();
    }
  }

  /** How many nanoseconds no answer has been made, only sent; 0 where one is being made. */
  long stalled(long now) {
    lock.lock();
    try {
      return running > sending.size() + answered.size() ? 0 : Math.max(0, now - since);
    } finally {
      lock.unlock();
    }
  }

  private void run(Runnable stream) {
    try {
      ScopedValue.where(CURRENT, this).run(stream);
    } finally {
      Runnable action = end();
      if (action != null) {
        action.run();
      }
    }
  }

  private @Nullable Runnable end() {
    lock.lock();
    try {
      running--;
      answered.remove(Thread.currentThread());
      over.signal();
      since = TimedTransport.now();
      return running == 0 ? afterLast : null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void shutdown() {
    executor.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return executor.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return executor.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return executor.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return executor.awaitTermination(timeout, unit);
  }
}
