package dev.packhouse.server.cli;

import java.nio.file.Path;
import java.time.Duration;

/** A folder that others publish to, or nobody any more. */
record PublishedFolder(Path folder, Duration pause) implements RegistrySource {
  /** It stays as it is. */
  static PublishedFolder unchanging(Path folder) {
    return new PublishedFolder(folder, Duration.ZERO);
  }

  /** Whoever publishes has done it all. */
  @Override
  public void update() {}
}
