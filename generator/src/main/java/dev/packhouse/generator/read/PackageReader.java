package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads a package from where it was found. */
public final class PackageReader {
  private PackageReader() {}

  /**
   * Lists the package's files and folders; their content is read later, when it is asked for.
   *
   * @throws IOException if the folder or zip cannot be read; a damaged one is a finding instead
   */
  public static RawPackage read(RawPackage.Source source) throws IOException {
    return switch (source) {
      case RawPackage.Source.Folder folder -> FolderScanner.scan(folder);
      case RawPackage.Source.Zip zip -> ZipScanner.scan(zip);
    };
  }

  /** The manifest alone, without a look at the other files. */
  static Document manifestOf(RawPackage.Source source, Path manifest) throws IOException {
    PackageFile file =
        new PackageFile(
            RawPackage.MANIFEST, Files.size(manifest), () -> Files.newInputStream(manifest));
    return new Documents(source, Map.of(file.path(), file)).read(file.path());
  }
}
