package dev.packhouse.server.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What folders look like from outside: another number as soon as a file or folder in them comes,
 * goes, or gets another size, time or identity. No file is read, and nothing is kept of them but
 * the number, so that the size of a registry costs no memory.
 */
record FolderState(long sum) {
  /** Folders that do not exist look empty; so does what vanishes under the eyes. */
  static FolderState of(List<Path> roots) throws IOException {
    Sum sum = new Sum();
    for (Path root : roots) {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, sum);
    }
    return new FolderState(sum.value);
  }

  /** A sum, because folders list their files in any order. */
  private static final class Sum extends SimpleFileVisitor<Path> {
    private long value;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      add(Objects.hash(folder, attributes.fileKey()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      add(
          Objects.hash(
              file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      add(file.hashCode()); // seen, and unreadable: the generator says so
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    /** Spread over all bits, so that two changes do not make up for each other. */
    private void add(int hash) {
      long mixed = hash * 0x9E3779B97F4A7C15L;
      value += mixed ^ (mixed >>> 32);
    }
  }
}
