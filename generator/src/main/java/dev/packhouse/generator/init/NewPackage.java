package dev.packhouse.generator.init;

import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a package that did not exist. */
public final class NewPackage {
  private NewPackage() {}

  /**
   * Gives the folder, which is called like the package.
   *
   * @param out the folder in which it is made; made too, if it is missing
   * @throws FileAlreadyExistsException if there is anything of that name; then nothing is written
   */
  public static Path write(PackageTemplate template, PackageNames names, Path out)
      throws IOException {
    Map<String, String> files = template.files(names, FormatVersion.newest().version().text());
    Path folder = out.resolve(names.name()).normalize();
    Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
    Files.createDirectory(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
    return folder;
  }
}
