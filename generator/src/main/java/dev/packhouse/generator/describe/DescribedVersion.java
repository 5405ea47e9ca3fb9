package dev.packhouse.generator.describe;

import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.PackageId;
import java.util.List;

/**
 * One version of a package.
 *
 * @param digest the same for two versions only if they have the same files, archives and records
 * @param indexed with the search record
 * @param files the folder of its files, below the output folder and without a slash at its end
 * @param downloads at most one of each format
 */
public record DescribedVersion(
    PackageId id, String digest, IndexedRecord indexed, String files, List<Download> downloads) {
  public DescribedVersion {
    downloads = List.copyOf(downloads);
  }

  public String version() {
    return indexed.version();
  }
}
