package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Waits for no disk, as if the system could only force single files, and did so at once. */
class UnsyncedOperations extends FileOperations {
  @Override
  Optional<FileSystemFlush> openFlush(Path folder) {
    return Optional.empty();
  }

  @Override
  void force(Path path) throws IOException {
    before("force", path);
  }
}
