package dev.packhouse.server.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A check that never keeps anybody waiting: a folder on a network that went away hangs whoever
 * looks at it, perhaps for ever. It runs on one thread of its own, a real one, because a virtual
 * one that hangs in the file system keeps others from running. Who asks while it runs gets what
 * comes of that run.
 */
final class TimedCheck {
  private static final long KEEP_THREAD_SECONDS = 10;

  private final HealthCheck check;
  private final Duration longest;
  private final ThreadPoolExecutor thread;
  private @Nullable Run current;

  TimedCheck(HealthCheck check, Duration longest) {
    this.check = check;
    this.longest = longest;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            KEEP_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("health of " + check.name()).factory());
    thread.allowCoreThreadTimeOut(true);
  }

  /** The run under way, or a new one. */
  synchronized Run begin() {
    Run run = current;
    if (run == null || run.ended().isDone()) {
      run = new Run(CompletableFuture.runAsync(this::probe, thread), System.nanoTime());
      current = run;
    }
    return run;
  }

  /** What came of a run; waits no longer than is left of its time. */
  CheckOutcome outcome(Run run) throws InterruptedException {
    long left = longest.toNanos() - (System.nanoTime() - run.started());
    try {
      run.ended().get(Math.max(0, left), TimeUnit.NANOSECONDS);
      return CheckOutcome.good(check.name());
    } catch (TimeoutException e) {
      return CheckOutcome.failed(check.name(), "gives no answer");
    } catch (ExecutionException e) {
      return new CheckOutcome(
          check.name(), Optional.of(check.failure()), Optional.ofNullable(e.getCause()));
    }
  }

  private void probe() {
    try {
      check.probe().run();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /**
   * The check, running or done.
   *
   * @param started by the nanosecond clock
   */
  record Run(CompletableFuture<Void> ended, long started) {}
}
