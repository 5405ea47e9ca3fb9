package dev.packhouse.server.serve;

import java.util.concurrent.atomic.AtomicReference;

/** The site that requests are answered from; each keeps the one that it began on. */
final class ShownSite {
  private final AtomicReference<Lease> shown;

  ShownSite(Lease first) {
    this.shown = new AtomicReference<>(first);
  }

  /** To be given back by whoever takes it. */
  Lease take() {
    while (true) {
      Lease lease = shown.get();
      if (lease.take()) {
        return lease;
      }
    }
  }

  /** Requests from now on are answered from the next one. */
  void show(Lease next) {
    shown.getAndSet(next).giveBack();
  }

  /** After the last request. */
  void close() {
    shown.get().giveBack();
  }
}
