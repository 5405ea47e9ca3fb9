package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Stages the feeds of a generation. Safe for any number of threads. */
final class FeedStager {
  private final StagingArea staging;
  private final Optional<Path> current;
  private final FileOperations operations;

  /**
   * @param current the folder of the generation that counts
   */
  FeedStager(StagingArea staging, Optional<Path> current, FileOperations operations) {
    this.staging = staging;
    this.current = current;
    this.operations = operations;
  }

  static Path folder(Path generation) {
    return generation.resolve(RegistryLayout.FEEDS);
  }

  /** Most feeds stay as they were, and then they are another name for the same file. */
  void stage(String path, byte[] content) throws IOException {
    PlainNames.requirePath(path);
    Path staged = folder(staging.generation()).resolve(path);
    operations.createFolders(staged.resolveSibling(""));
    Optional<Path> same = current.map(it -> folder(it).resolve(path));
    if (same.isEmpty() || !holds(same.get(), content) || !operations.link(same.get(), staged)) {
      try (OutputStream out = Channels.newOutputStream(operations.create(staged))) {
        out.write(content);
      }
    }
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content);
  }
}
