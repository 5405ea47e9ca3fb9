package dev.packhouse.generator.read;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

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
      sum.addTree(link ? root.toRealPath() : root);
    }
    return new FolderState(sum.value, sum.newest);
  }

  /** A sum, because folders list their files in any order. */
  private static final class Sum {
    private final BooleanSupplier enough;
    private long value;
    private Instant newest = Instant.MIN;

    Sum(BooleanSupplier enough) {
      this.enough = enough;
    }

    void addTree(Path path) {
      try {
        FileLook look = FileLook.at(path);
        switch (look.kind()) {
          case FOLDER -> addFolder(path, look);
          case LINK -> addLink(path, look);
          case OTHER -> addFile(path, look);
        }
      } catch (NoSuchFileException | NotDirectoryException vanished) {
        return;
      } catch (IOException unreadable) {
        add(mix(path.hashCode())); // seen, and unreadable: the generator says so
      }
    }

    private void addFolder(Path folder, FileLook look) throws IOException {
      add(mix(mix(folder.hashCode()) ^ look.identity()));
      if (enough.getAsBoolean()) {
        return;
      }
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          addTree(child);
        }
      } catch (DirectoryIteratorException failed) {
        throw failed.getCause();
      }
    }

    /** A link to a zip is read as the zip. */
    private void addLink(Path link, FileLook look) throws IOException {
      addFile(link, look);
      if (Files.isRegularFile(link)) {
        addFile(link, FileLook.behind(link));
      }
    }

    private void addFile(Path file, FileLook look) {
      newest = look.newest().isAfter(newest) ? look.newest() : newest;
      add(mix(mix(file.hashCode()) ^ look.sum()));
    }

    private void add(long number) {
      value += number;
    }
  }

  /** Spreads over all bits, so that two changes do not make up for each other. */
  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
