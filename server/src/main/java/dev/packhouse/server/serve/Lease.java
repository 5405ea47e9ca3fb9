package dev.packhouse.server.serve;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site and those who use it: the server, for as long as it shows the site, and every request that
 * began on it. Once nobody does, what the site reads from is closed.
 */
final class Lease {
  private final RegistrySite site;
  private final Runnable close;

  /** Begins with the server's own use. */
  private final AtomicInteger users = new AtomicInteger(1);

  Lease(RegistrySite site, Runnable close) {
    this.site = site;
    this.close = close;
  }

  RegistrySite site() {
    return site;
  }

  /** False where it was closed: then there is a newer one. */
  boolean take() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  void giveBack() {
    if (users.decrementAndGet() == 0) {
      close.run();
    }
  }
}
