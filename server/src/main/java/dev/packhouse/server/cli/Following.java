package dev.packhouse.server.cli;

import dev.packhouse.server.log.ServerLog;
import dev.packhouse.server.serve.RegistryServer;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Looks at the source of a registry again and again while it is served, and shows what has become
 * of it: the next generation once it was opened, checked and searched, and until then the one
 * before.
 */
final class Following implements Closeable {
  private final RegistrySource source;
  private final ServerLog log;
  private OpenGeneration shown;

  /** Why the source was refused at the last look; empty where it was not. */
  private String refusal = "";

  private Following(RegistrySource source, ServerLog log, OpenGeneration first) {
    this.source = source;
    this.log = log;
    this.shown = first;
  }

  /**
   * Opens what the source has now.
   *
   * @throws IOException it has nothing that can be shown
   */
  static Following begin(RegistrySource source, ServerLog log) throws IOException {
    return new Following(source, log, OpenGeneration.current(source.folder()));
  }

  /**
   * Begins with something that its source does not have.
   *
   * @param first is closed when something else is shown, or with this
   */
  static Following begin(RegistrySource source, ServerLog log, OpenGeneration first) {
    return new Following(source, log, first);
  }

  /** What is shown now. */
  OpenGeneration shown() {
    return shown;
  }

  /** Returns when the process is told to stop. */
  void until(StopSignal signal, RegistryServer server, Administration admin) {
    if (source.pause().isZero()) {
      signal.await();
      return;
    }
    while (!signal.await(source.pause())) {
      try {
        look(server, admin);
      } catch (CancellationException toldToStop) {
        return;
      }
    }
  }

  /**
   * Looks once.
   *
   * @throws CancellationException the process was told to stop meanwhile
   */
  void look(RegistryServer server, Administration admin) {
    try {
      source.update();
      catchUp(server, admin);
      refusal = "";
    } catch (CancellationException toldToStop) {
      throw toldToStop;
    } catch (IOException | RuntimeException | Error e) {
      refuse(e);
    }
  }

  /**
   * Shows what the source has now, unless that is shown already.
   *
   * @throws IOException it has nothing that can be shown
   */
  void catchUp(RegistryServer server, Administration admin) throws IOException {
    if (!shown.isCurrent(source.folder())) {
      show(OpenGeneration.current(source.folder()), server, admin);
    }
  }

  private void show(OpenGeneration next, RegistryServer server, Administration admin)
      throws IOException {
    OpenGeneration before = shown;
    try {
      next.checkFiles();
      server.show(next.served(), () -> close(before));
    } catch (IOException | RuntimeException | Error e) {
      next.close();
      throw e;
    }
    shown = next;
    admin.show(next);
    log.info("generation " + next.id() + " is served now");
    log.info(next.loaded());
  }

  /**
   * What is shown is good all the same. The next look is another try; what it meets is not news.
   */
  private void refuse(Throwable e) {
    String reason = Failures.line(e);
    if (!reason.equals(refusal)) {
      refusal = reason;
      log.error(
          "generation %s stays: %s".formatted(shown.id(), reason),
          Failures.isBug(e) ? Optional.of(e) : Optional.empty());
    }
  }

  /** To be called when nobody asks any more. */
  @Override
  public void close() throws IOException {
    shown.close();
  }

  /** Whoever began on it has its answer by now. */
  private void close(OpenGeneration unused) {
    try {
      unused.close();
    } catch (IOException e) {
      log.warn("generation %s cannot be closed: %s".formatted(unused.id(), Failures.line(e)));
    }
  }
}
