package dev.packhouse.server.serve;

import java.util.concurrent.atomic.AtomicInteger;

/** Memory that several answers under way have in common: it counts once for all of them. */
final class Sharing {
  private final long bytes;
  private final AtomicInteger answers = new AtomicInteger();

  Sharing(long bytes) {
    this.bytes = bytes;
  }

  /** What one more answer adds to the account. */
  long join() {
    return answers.getAndIncrement() == 0 ? bytes : 0;
  }

  /** What goes off the account with one of them. */
  long leave() {
    return answers.decrementAndGet() == 0 ? bytes : 0;
  }
}
