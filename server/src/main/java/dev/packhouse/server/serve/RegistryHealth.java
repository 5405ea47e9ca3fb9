package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.HealthCheck;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** What a registry needs for good answers. */
final class RegistryHealth {
  /** Finds no package, because no name has a hyphen, but has to look into the index for that. */
  private static final SearchQuery CHEAPEST =
      new QueryParser(true).search(QueryString.parse("package=-")).toOptional().orElseThrow();

  @FunctionalInterface
  private interface Look {
    void at(Lease shown) throws IOException;
  }

  private RegistryHealth() {}

  static Health of(ShownSite shown) {
    return new Health(
        List.of(
            new HealthCheck(
                "index", "cannot be searched", () -> look(shown, RegistryHealth::search)),
            new HealthCheck(
                "files", "cannot be read", () -> look(shown, RegistryHealth::readPointer))));
  }

  private static void look(ShownSite shown, Look look) throws IOException {
    Lease lease = shown.take();
    try {
      look.at(lease);
    } finally {
      lease.giveBack();
    }
  }

  private static void search(Lease shown) throws IOException {
    shown.search().search(CHEAPEST);
  }

  /** A folder whose file system is gone is often still there, and empty. */
  private static void readPointer(Lease shown) throws IOException {
    PublicFolder.PublishedFile pointer =
        shown
            .folder()
            .find(RegistryLayout.POINTER)
            .orElseThrow(() -> new NoSuchFileException(RegistryLayout.POINTER));
    try (InputStream in = Files.newInputStream(pointer.path())) {
      in.read();
    }
  }
}
