package dev.packhouse.server.serve;

import dev.packhouse.server.search.RegistrySearch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One generation of the registry and those who use it: the server, for as long as it shows it, and
 * every request that began on it.
 */
final class Lease {
  private final RegistrySearch search;
  private final PublicFolder folder;
  private final RegistrySite site;

  /** Begins with the server's own use. */
  private final AtomicInteger users = new AtomicInteger(1);

  private volatile Runnable whenUnused = () -> {};

  /**
   * @param site answers from {@code search} and {@code folder}
   */
  Lease(RegistrySearch search, PublicFolder folder, RegistrySite site) {
    this.search = search;
    this.folder = folder;
    this.site = site;
  }

  RegistrySearch search() {
    return search;
  }

  PublicFolder folder() {
    return folder;
  }

  RegistrySite site() {
    return site;
  }

  /** False where nobody uses it any more: then there is a newer one. */
  boolean take() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  void giveBack() {
    if (users.decrementAndGet() == 0) {
      whenUnused.run();
    }
  }

  /** Gives back the server's own use. */
  void retire(Runnable afterTheLastRequest) {
    whenUnused = afterTheLastRequest;
    giveBack();
  }
}
