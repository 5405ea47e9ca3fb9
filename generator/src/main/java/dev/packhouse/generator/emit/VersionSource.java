package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.PackageId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one version is made from.
 *
 * @param files all files of the package, in any order; kept sorted by path
 * @param zip where the package came as a zip: that file is published as it is
 */
public record VersionSource(PackageId id, List<PackageFile> files, Optional<Zip> zip) {
  public VersionSource {
    files = files.stream().sorted(Comparator.comparing(PackageFile::path)).toList();
  }

  /** A package that is a folder. */
  public static VersionSource ofFolder(PackageId id, Collection<PackageFile> files) {
    return new VersionSource(id, List.copyOf(files), Optional.empty());
  }

  /** A package that is a zip; {@code files} are what it holds below its top folder. */
  public static VersionSource ofZip(PackageId id, Collection<PackageFile> files, Zip zip) {
    return new VersionSource(id, List.copyOf(files), Optional.of(zip));
  }

  /**
   * A zip to be published byte for byte.
   *
   * @param signature the {@code .sig} beside it, over exactly these bytes
   */
  public record Zip(Path path, Optional<Path> signature) {}
}
