package dev.packhouse.generator.generate;

import java.util.OptionalInt;

/**
 * The places of a list, dealt out to workers: each has a stretch of its own, taken from its start.
 * Who is through takes from the end of the longest that is left. Safe for any number of threads.
 */
final class Stretches {
  private final int[] starts;
  private final int[] ends;
  private boolean stopped;

  Stretches(int workers, int size) {
    starts = new int[workers];
    ends = new int[workers];
    for (int worker = 0; worker < workers; worker++) {
      starts[worker] = boundary(worker, workers, size);
      ends[worker] = boundary(worker + 1, workers, size);
    }
  }

  /** Gives each place once; nothing when there are no more. */
  synchronized OptionalInt next(int worker) {
    if (stopped) {
      return OptionalInt.empty();
    }
    if (left(worker) > 0) {
      return OptionalInt.of(starts[worker]++);
    }
    int longest = worker;
    for (int other = 0; other < starts.length; other++) {
      longest = left(other) > left(longest) ? other : longest;
    }
    return left(longest) > 0 ? OptionalInt.of(--ends[longest]) : OptionalInt.empty();
  }

  /** There is nothing more for anybody. */
  synchronized void stop() {
    stopped = true;
  }

  private int left(int worker) {
    return ends[worker] - starts[worker];
  }

  private static int boundary(int worker, int workers, int size) {
    return Math.toIntExact((long) size * worker / workers);
  }
}
