package dev.packhouse.server.search;

import java.io.IOException;

/**
 * Where a published version lies, as paths below the output folder.
 *
 * @param files folder of the package's own files
 * @param archiveStem path of its archives without {@code .zip} or {@code .tar.gz}
 * @param record its full record
 */
public record StoredVersion(String files, String archiveStem, String record) {
  /** Takes one version after the other. */
  @FunctionalInterface
  public interface Sink {
    void accept(StoredVersion version) throws IOException;
  }
}
