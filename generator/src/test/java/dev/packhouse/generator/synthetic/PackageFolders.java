package dev.packhouse.generator.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a made-up registry as package folders: what {@code packhouse generate} takes. */
final class PackageFolders {
  private final Path root;

  private PackageFolders(Path root) {
    this.root = root;
  }

  /** Writes {@code root/name/version/…} for each version. */
  static void write(SyntheticRegistry registry, Path root) throws IOException {
    registry.forEach(new PackageFolders(root)::add);
  }

  private void add(SyntheticName name) throws IOException {
    for (SyntheticPackage version : name.packages()) {
      Path folder = root.resolve(version.name()).resolve(version.version());
      for (Map.Entry<String, String> file : version.files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
      }
    }
  }
}
