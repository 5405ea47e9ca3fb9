package dev.packhouse.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Looks at folders of packages again and again, and tells when they have changed and come to rest.
 * Looking works on every file system, network ones included; it takes a tenth of a core at most,
 * however many files there are.
 */
final class PackageWatch {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final int PAUSE_PER_LOOK = 9;

  private final List<Path> roots;
  private final StopSignal signal;
  private FolderState known;

  private PackageWatch(List<Path> roots, StopSignal signal, FolderState known) {
    this.roots = roots;
    this.signal = signal;
    this.known = known;
  }

  /** Remembers what there is: call it before the packages are read for the first time. */
  static PackageWatch over(List<Path> roots, StopSignal signal) throws IOException {
    return new PackageWatch(roots, signal, FolderState.of(roots, signal::isAsked));
  }

  /**
   * Returns once there was a change and two looks in a row saw the same, or the process was told to
   * stop.
   *
   * @return whether there was a change
   */
  boolean awaitChange() throws IOException {
    FolderState last = known;
    Duration pause = SHORTEST_PAUSE;
    while (!signal.await(pause)) {
      long start = System.nanoTime();
      FolderState now = FolderState.of(roots, signal::isAsked);
      Duration look = Duration.ofNanos(System.nanoTime() - start);
      if (!now.equals(known) && now.equals(last)) {
        known = now;
        return true;
      }
      last = now;
      pause = longer(SHORTEST_PAUSE, look.multipliedBy(PAUSE_PER_LOOK));
    }
    return false;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
