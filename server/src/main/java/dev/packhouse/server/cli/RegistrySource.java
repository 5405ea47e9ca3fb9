package dev.packhouse.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where generations of a registry come from while one of them is served. Either somebody else
 * publishes them, or they are generated here; both times they come to lie in an output folder, and
 * its pointer says which one counts.
 */
sealed interface RegistrySource permits PublishedFolder, WatchedPackages {
  /** The output folder. */
  Path folder();

  /** The time until the next look; zero where there is none. */
  Duration pause();

  /**
   * Brings the folder up to date with what the registry is made from.
   *
   * @throws IOException that cannot be done now
   * @throws java.util.concurrent.CancellationException the process was told to stop meanwhile
   */
  void update() throws IOException;
}
