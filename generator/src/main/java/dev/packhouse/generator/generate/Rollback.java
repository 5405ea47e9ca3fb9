package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.emit.RegistryRollback;
import dev.packhouse.generator.index.IndexedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Makes a generation the current one again that is kept. */
public final class Rollback {
  private Rollback() {}

  /**
   * Runs once.
   *
   * @param to the generation that is to count; without it, the newest that is older than the
   *     current one
   * @param now the time that the list of changes gives to it; without it, that of the file system's
   *     clock
   * @throws IOException if nothing is published there, no such generation is kept, it is damaged,
   *     or another generator writes to the same folder; then all stays as it is
   */
  public static Publication run(Path out, Optional<String> to, Optional<Instant> now)
      throws IOException {
    try (RegistryRollback rollback = RegistryRollback.open(out, to, now)) {
      if (!IndexedRecords.isReadable(rollback.indexFolder())) {
        throw rollback.damaged("its index cannot be read");
      }
      return rollback.switchBack();
    }
  }
}
