package dev.packhouse.server.serve;

import dev.packhouse.server.search.RegistrySearch;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A registry as a server is given it.
 *
 * @param folder the output folder that {@code search} was opened on
 * @param late makes what is not there yet, in a registry that is still being generated; empty where
 *     all is there
 */
public record ServedRegistry(RegistrySearch search, Path folder, Optional<LateRegistry> late) {
  /** One that was published whole. */
  public static ServedRegistry published(RegistrySearch search, Path folder) {
    return new ServedRegistry(search, folder, Optional.empty());
  }
}
