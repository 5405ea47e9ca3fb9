package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists folders in a fixed order, and tells them from what is none. */
final class Folders {
  private Folders() {}

  /** What lies in the folder, sorted by name; nothing if there is no such folder. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  /** A link to one is none. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What stands where a folder belongs that the path goes through: a file, or any link. */
  static Optional<Path> obstacle(Path root, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Path folder = root.resolve(path.substring(0, slash));
      if (!isFolder(folder)) {
        return Optional.of(folder).filter(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS));
      }
    }
    return Optional.empty();
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
