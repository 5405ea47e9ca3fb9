package dev.packhouse.server.serve;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What requests are answered from. It can be replaced under way: each request keeps its own. */
final class ShownSite {
  private final AtomicReference<@Nullable Lease> shown = new AtomicReference<>();

  /** Of what is shown now; to be given back by whoever takes it. */
  Lease take() {
    while (true) {
      Lease lease = Objects.requireNonNull(shown.get(), "nothing is shown yet");
      if (lease.take()) {
        return lease;
      }
    }
  }

  /**
   * Shows another one to requests from now on.
   *
   * @param unused called after the last request on the one before
   */
  void show(Lease next, Runnable unused) {
    Lease before = shown.getAndSet(next);
    if (before != null) {
      before.retire(unused);
    }
  }
}
