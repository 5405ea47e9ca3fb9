package dev.packhouse.generator.init;

import dev.packhouse.generator.model.RefusalReason;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a package that did not exist. */
public final class NewPackage {
  private NewPackage() {}

  /**
   * Gives the folder, which is called like the package and is there whole or not at all.
   *
   * @param out the folder in which it is made; made too, if it is missing
   * @throws FileAlreadyExistsException if there is anything of that name; then nothing is written
   */
  public static Path write(PackageTemplate template, PackageNames names, Path out)
      throws IOException {
    Path folder = out.resolve(names.name()).normalize();
    write(template.files(names, FormatVersion.newest().version().text()), folder);
    return folder;
  }

  /**
   * @param files what is in each, by its path below the folder
   */
  static void write(Map<String, String> files, Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    Path parent = folder.toAbsolutePath().resolveSibling("");
    Files.createDirectories(parent);
    try {
      make(files, parent, folder);
    } catch (IOException failed) {
      // Without the cause, which names what is temporary.
      throw new IOException("cannot make " + folder + ": " + RefusalReason.of(failed));
    }
  }

  private static void make(Map<String, String> files, Path parent, Path folder) throws IOException {
    // A folder around it, because a temporary one would be its owner's only.
    Path staging = Files.createTempDirectory(parent, ".packhouse-init");
    try {
      Path staged = staging.resolve("package");
      fill(staged, files);
      Files.move(staged, folder);
    } finally {
      remove(staging);
    }
  }

  private static void fill(Path staged, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = staged.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
