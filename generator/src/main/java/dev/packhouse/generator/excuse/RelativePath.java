package dev.packhouse.generator.excuse;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths of findings as they are from a folder, so that it does not matter where a run began. */
final class RelativePath {
  private RelativePath() {}

  /**
   * The absolute path of what lies elsewhere; empty where there can be no such file, since entries
   * of zips may be called anything.
   *
   * @param folder absolute, without {@code .} and {@code ..}
   * @param file as findings name it
   */
  static Optional<Path> of(Path folder, String file) {
    try {
      Path absolute = Path.of(file).toAbsolutePath().normalize();
      return Optional.of(absolute.startsWith(folder) ? folder.relativize(absolute) : absolute);
    } catch (InvalidPathException inZip) {
      return Optional.empty();
    }
  }

  /** The same with {@code /} between names, or the file as it is named. */
  static String text(Path folder, String file) {
    return of(folder, file)
        .map(path -> path.toString().replace(path.getFileSystem().getSeparator(), "/"))
        .orElse(file);
  }
}
