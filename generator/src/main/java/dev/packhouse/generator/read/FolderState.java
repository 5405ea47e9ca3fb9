package dev.packhouse.generator.read;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What folders look like from outside: another number as soon as a file or folder in them comes,
 * goes, or gets another size, time or identity. No file is read, and nothing is kept of them but
 * the number, so that the size of a registry costs no memory. Links to folders are not followed, as
 * they are not when packages are read.
 *
 * @param newest the latest time of a file; what changes again within one tick of the file system's
 *     clock after it can look the same
 */
public record FolderState(long sum, Instant newest) {
  /**
   * Looks. Folders that do not exist look empty; so does what vanishes under the eyes.
   *
   * @param enough ends the look early, with a number that means nothing
   */
  public static FolderState of(List<Path> roots, BooleanSupplier enough) throws IOException {
    Sum sum = new Sum(enough);
    for (Path root : roots) {
      boolean link = Files.isSymbolicLink(root) && Files.exists(root);
      Files.walkFileTree(link ? root.toRealPath() : root, sum);
    }
    return new FolderState(sum.value, sum.newest);
  }

  /** A sum, because folders list their files in any order. */
  private static final class Sum extends SimpleFileVisitor<Path> {
    private final BooleanSupplier enough;
    private long value;
    private Instant newest = Instant.MIN;

    Sum(BooleanSupplier enough) {
      this.enough = enough;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      add(Objects.hash(folder, attributes.fileKey()));
      return enough.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** A link to a zip is read as the zip. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      add(file, attributes);
      if (attributes.isSymbolicLink() && Files.isRegularFile(file)) {
        add(file, Files.readAttributes(file, BasicFileAttributes.class));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof NoSuchFileException)) {
        add(file.hashCode()); // seen, and unreadable: the generator says so
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) {
      Instant time = attributes.lastModifiedTime().toInstant();
      newest = time.isAfter(newest) ? time : newest;
      add(
          Objects.hash(
              file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
    }

    /** Spread over all bits, so that two changes do not make up for each other. */
    private void add(int hash) {
      long mixed = hash * 0x9E3779B97F4A7C15L;
      value += mixed ^ (mixed >>> 32);
    }
  }
}
