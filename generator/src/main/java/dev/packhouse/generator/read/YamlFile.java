package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a YAML file that is part of no package. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads the whole file.
   *
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static Document read(Path file) throws IOException {
    PackageFile content =
        new PackageFile(file.toString(), Files.size(file), () -> Files.newInputStream(file));
    return Documents.load(file.toString(), content, YamlReader::read);
  }
}
