package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads a package from where it was found. */
public final class PackageReader {
  private PackageReader() {}

  /**
   * Lists the package's files and folders; their content is read later, when it is asked for. That
   * throws the same exception where it cannot be read.
   *
   * @throws UnreadableFileException if the folder or zip, or something in it, cannot be read; a
   *     damaged one is a finding instead
   */
  public static RawPackage read(RawPackage.Source source) throws UnreadableFileException {
    return read(source, DocumentCache.none());
  }

  /**
   * The same for one of many packages.
   *
   * @param cache of what was read of the others
   * @throws UnreadableFileException as without
   */
  public static RawPackage read(RawPackage.Source source, DocumentCache cache)
      throws UnreadableFileException {
    try {
      return switch (source) {
        case RawPackage.Source.Folder folder -> FolderScanner.scan(folder, cache);
        case RawPackage.Source.Zip zip -> ZipScanner.scan(zip, cache);
      };
    } catch (IOException failed) {
      throw UnreadableFileException.of(source.display(), failed);
    }
  }

  /** The manifest alone, without a look at the other files. */
  static Document manifestOf(RawPackage.Source source, Path manifest) throws IOException {
    PackageFile file =
        new PackageFile(
            RawPackage.MANIFEST, Files.size(manifest), () -> Files.newInputStream(manifest));
    return new Documents(source, Map.of(file.path(), file), DocumentCache.none()).read(file.path());
  }
}
