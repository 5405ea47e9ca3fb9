package dev.packhouse.server.cli;

import dev.packhouse.server.log.ServerLog;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Follows packages that change while their registry is served. */
record Following(PackageWatch watch, OwnRegistry own, ServerLog log) {
  /**
   * Returns when the process is told to stop.
   *
   * @param first what is shown
   * @return what is shown by then
   */
  LuceneRegistry follow(RegistryServer server, LuceneRegistry first) throws IOException {
    LuceneRegistry shown = first;
    while (watch.awaitChange()) {
      try {
        shown = next(server, shown);
      } catch (CancellationException toldToStop) {
        return shown;
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // What is shown is good all the same; the next change is another try.
        log.error("the packages have changed, and cannot be followed", Optional.of(e));
      }
    }
    return shown;
  }

  /** What was shown stays until the next has answered a search. */
  private LuceneRegistry next(RegistryServer server, LuceneRegistry shown) throws IOException {
    own.generate();
    LuceneRegistry next = LuceneRegistry.open(CurrentGeneration.folder(own.folder()));
    int versions;
    try {
      versions = next.size();
      server.show(next, () -> close(shown));
    } catch (IOException | RuntimeException e) {
      next.close();
      throw e;
    }
    log.info(ServerRun.loaded(versions));
    return next;
  }

  private static void close(LuceneRegistry unused) {
    try {
      unused.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
