package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;

/**
 * All that a generation says of one version: a line of {@code versions.jsonl}. Two generations that
 * have the same lines have the same files, archives and records.
 *
 * @param recordDigest sha256 of the full record, 64 lower-case hexadecimal digits
 * @param recordBase base of the full record, see {@link RegistryLayout}
 */
public record PublishedVersion(VersionContent content, String recordDigest, String recordBase) {
  public PackageId id() {
    return content.id();
  }

  /** Equal digests, equal lines; 64 lower-case hexadecimal digits. */
  public String digest() {
    return Sha256.of(VersionLine.toJson(this));
  }

  /** The path of the full record, below the output folder. */
  String record() {
    return RegistryLayout.record(recordBase, id().name(), id().version().text());
  }
}
