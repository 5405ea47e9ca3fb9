package dev.packhouse.generator.emit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Makes what a run has written outlive a loss of power, as cheaply as the system lets us. */
final class Durability implements Closeable {
  private final FileOperations operations;
  private final Path out;
  private final Optional<FileSystemFlush> fileSystem;

  private Durability(FileOperations operations, Path out, Optional<FileSystemFlush> fileSystem) {
    this.operations = operations;
    this.out = out;
    this.fileSystem = fileSystem;
  }

  /**
   * Where the system cannot flush all at once, each file and folder is forced by itself. To be
   * called before anything is written to {@code out}.
   */
  static Durability open(FileOperations operations, Path out) {
    return new Durability(operations, out, operations.openFlush(out));
  }

  /** All files and folders below the folder. */
  void flushTree(Path folder) throws IOException {
    if (!flushAll()) {
      forceTree(folder);
    }
  }

  /** The entries of these folders: what was renamed into them. */
  void flushFolders(Collection<Path> folders) throws IOException {
    if (!flushAll()) {
      for (Path folder : folders) {
        operations.force(folder);
      }
    }
  }

  @Override
  public void close() {
    fileSystem.ifPresent(FileSystemFlush::close);
  }

  private boolean flushAll() throws IOException {
    operations.before("flush", out);
    return fileSystem.isPresent() && fileSystem.get().flush();
  }

  private void forceTree(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : Folders.list(path)) {
        forceTree(child);
      }
    }
    operations.force(path);
  }
}
