package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stages full records, as far as they are not in place already. */
final class RecordStager {
  private final Path out;
  private final KeptGenerations kept;
  private final StagingArea staging;
  private final FileOperations operations;
  private final Set<PackageId> begun = ConcurrentHashMap.newKeySet();
  private final Set<PackageId> staged = ConcurrentHashMap.newKeySet();

  RecordStager(Path out, KeptGenerations kept, StagingArea staging, FileOperations operations) {
    this.out = out;
    this.kept = kept;
    this.staging = staging;
    this.operations = operations;
  }

  PublishedVersion stage(VersionContent content, byte[] record) throws IOException {
    PackageId id = content.id();
    if (!begun.add(id)) {
      throw new IllegalStateException("Added twice: " + id);
    }
    String digest = Sha256.of(record);
    PublishedVersion version = new PublishedVersion(content, digest, kept.recordBase(id, digest));
    if (!kept.namesRecord(id, digest, version.recordBase()) || !isInPlace(version)) {
      write(staging.record(id), record);
      staged.add(id);
    }
    return version;
  }

  boolean isInPlace(PublishedVersion version) {
    return Files.isRegularFile(out.resolve(version.record()));
  }

  /** Where the record lies until it is published. */
  Path now(PublishedVersion version) {
    return isStaged(version.id()) ? staging.record(version.id()) : out.resolve(version.record());
  }

  boolean isStaged(PackageId id) {
    return staged.contains(id);
  }

  private void write(Path file, byte[] record) throws IOException {
    operations.createFolders(file.resolveSibling(""));
    try (OutputStream stream = Channels.newOutputStream(operations.create(file))) {
      stream.write(record);
    }
  }
}
