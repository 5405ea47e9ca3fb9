package dev.packhouse.server.cli;

import dev.packhouse.generator.read.FolderState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Looks at folders of packages, and tells when there is something to generate. Looking works on
 * every file system, network ones included; with {@link #pause} it takes a tenth of a core at most
 * while nothing changes, however many files there are.
 */
final class PackageWatch {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final int PAUSE_PER_LOOK = 9;

  /** Full disks and the like have nothing to do with the packages, and pass. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final List<Path> roots;
  private final BooleanSupplier stopped;
  private final Duration retry;
  private FolderState generated;
  private FolderState seen;
  private FolderState tried;
  private long triedAt;
  private Duration look = Duration.ZERO;
  private boolean atRest = true;

  private PackageWatch(
      List<Path> roots, BooleanSupplier stopped, Duration retry, FolderState generated) {
    this.roots = roots;
    this.stopped = stopped;
    this.retry = retry;
    this.generated = generated;
    this.seen = generated;
    this.tried = generated;
  }

  /**
   * Remembers what there is: call it before the packages are read for the first time.
   *
   * @param stopped ends a look early
   */
  static PackageWatch over(List<Path> roots, BooleanSupplier stopped) throws IOException {
    return over(roots, stopped, RETRY);
  }

  static PackageWatch over(List<Path> roots, BooleanSupplier stopped, Duration retry)
      throws IOException {
    return new PackageWatch(roots, stopped, retry, FolderState.of(roots, stopped));
  }

  /**
   * Looks.
   *
   * @return whether the packages have changed and come to rest, which is when two looks in a row
   *     see the same. Told once for a change; again after a while, if {@link #generated} is not
   *     called
   */
  boolean look() throws IOException {
    long start = System.nanoTime();
    FolderState now = FolderState.of(roots, stopped);
    look = Duration.ofNanos(System.nanoTime() - start);
    atRest = now.equals(seen);
    seen = now;
    if (!atRest || now.equals(generated) || (now.equals(tried) && !isRetryDue())) {
      return false;
    }
    tried = now;
    triedAt = System.nanoTime();
    return true;
  }

  /** The registry was generated from what the last look saw. */
  void generated() {
    generated = tried;
  }

  /** How long to wait before the next look, which comes soon after one that saw a change. */
  Duration pause() {
    if (!atRest) {
      return SHORTEST_PAUSE;
    }
    Duration fair = look.multipliedBy(PAUSE_PER_LOOK);
    return fair.compareTo(SHORTEST_PAUSE) > 0 ? fair : SHORTEST_PAUSE;
  }

  private boolean isRetryDue() {
    return System.nanoTime() - triedAt >= retry.toNanos();
  }
}
