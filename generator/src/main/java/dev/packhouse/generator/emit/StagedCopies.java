package dev.packhouse.generator.emit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a content was written in this run, so that equal files of other versions can share its
 * storage by a hard link. Safe for any number of threads.
 */
final class StagedCopies {
  /** Each takes some 300 bytes of memory. */
  private static final int MOST_CONTENTS = 100_000;

  private final FileOperations operations;
  private final Cache<String, Path> files =
      Caffeine.newBuilder().maximumSize(MOST_CONTENTS).executor(Runnable::run).build();

  StagedCopies(FileOperations operations) {
    this.operations = operations;
  }

  /**
   * Makes another name for the content, if it was written before.
   *
   * @return false where it was not, or where the file system has no links or no more for this file
   */
  boolean link(String sha256, Path file) throws IOException {
    Path known = files.getIfPresent(sha256);
    return known != null && operations.link(known, file);
  }

  /** A whole file with this content is there now; later ones link to it instead of any before. */
  void wrote(String sha256, Path file) {
    files.put(sha256, file);
  }
}
