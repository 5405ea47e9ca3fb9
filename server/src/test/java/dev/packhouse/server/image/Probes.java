package dev.packhouse.server.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks again and again, as orchestrators do. */
final class Probes {
  private static final int LONGEST_SECONDS = 90;
  private static final int INTERVAL_MILLISECONDS = 10;

  private Probes() {}

  /** Returns once it is so. */
  static void until(Callable<Boolean> condition) throws InterruptedException {
    every(INTERVAL_MILLISECONDS, condition, true);
  }

  /**
   * All that was seen, the last included.
   *
   * @param last ends the probing
   */
  static <T> List<T> every(int milliseconds, Callable<T> probe, T last)
      throws InterruptedException {
    List<T> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> probing =
          clock.scheduleAtFixedRate(
              () -> {
                try {
                  T value = probe.call();
                  if (done.getCount() > 0) {
                    seen.add(value);
                  }
                  if (value.equals(last)) {
                    done.countDown();
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              0,
              milliseconds,
              TimeUnit.MILLISECONDS);
      boolean ended = done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      probing.cancel(false);
      if (!ended) {
        throw new AssertionError("not seen in " + LONGEST_SECONDS + " s: " + last);
      }
    }
    return seen;
  }
}
