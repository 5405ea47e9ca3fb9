package dev.packhouse.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set about a server.
 *
 * @param host to listen on
 * @param port to listen on; 0 takes a free one
 * @param publicUrl address that clients use, where it differs or has a path prefix
 * @param allowUnknownQueryParameters otherwise they are answered with 400
 */
public record ServerConfig(
    Source source,
    String host,
    int port,
    Optional<URI> publicUrl,
    CacheTimes cacheTimes,
    boolean allowUnknownQueryParameters) {

  /** Where the registry comes from that is served. */
  public sealed interface Source {
    /** It was generated before. */
    record Published(Path folder) implements Source {}

    /** It is generated from folders of packages first; from none, it is empty. */
    record Packages(List<Path> roots) implements Source {
      public Packages {
        roots = List.copyOf(roots);
      }
    }
  }

  /**
   * For how long clients and proxies may keep an answer.
   *
   * @param index of {@code /}, and of the records of package versions
   * @param catchAll of files and archives
   */
  public record CacheTimes(
      Duration index, Duration search, Duration categories, Duration catchAll) {}
}
