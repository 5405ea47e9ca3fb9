package dev.packhouse.server.serve;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs the streams of one HTTP/2 connection, so that they find its window. */
final class StreamExecutor extends AbstractExecutorService {
  private static final ScopedValue<ConnectionWindow> WINDOW = ScopedValue.newInstance();

  private final ExecutorService executor;
  private final ConnectionWindow window;
  private final Lock lock = new ReentrantLock();
  private int running;
  private long idleSince = TimedTransport.now();
  private @Nullable Runnable afterLast;

  StreamExecutor(ExecutorService executor, ConnectionWindow window) {
    this.executor = executor;
    this.window = window;
  }

  /** Waits for room in the window of the connection that this thread answers, if it has one. */
  static OutputStream withinWindow(OutputStream out) {
    if (!WINDOW.isBound()) {
      return out;
    }
    ConnectionWindow window = WINDOW.get();
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        window.awaitRoom();
        out.write(bytes, offset, length);
      }
    };
  }

  @Override
  public void execute(Runnable stream) {
    lock.lock();
    try {
      running++;
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

  /** How many nanoseconds no stream has been running. */
  long idle(long now) {
    lock.lock();
    try {
      return running > 0 ? 0 : Math.max(0, now - idleSince);
    } finally {
      lock.unlock();
    }
  }

  private void run(Runnable stream) {
    try {
      ScopedValue.where(WINDOW, window).run(stream);
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
      idleSince = TimedTransport.now();
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
