package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import java.util.List;
import java.util.Optional;

/**
 * The files and archives of a version, and where they lie.
 *
 * @param digest of the files, and of the zip and its signature where the package came as a zip; 64
 *     lower-case hexadecimal digits
 * @param base see {@link RegistryLayout}
 * @param archives at most one of each format, in the order of {@link ArchiveFormat}
 */
public record VersionContent(
    PackageId id, String digest, String base, List<PublishedArchive> archives) {
  public VersionContent {
    archives = List.copyOf(archives);
  }

  /** The folder of the files, below the output folder. */
  public String files() {
    return RegistryLayout.files(base, id.name(), id.version().text());
  }

  /** The path of an archive of this version, below the output folder. */
  public String archive(ArchiveFormat format) {
    return RegistryLayout.archive(base, id.name(), id.version().text(), format.extension());
  }

  /** The archive of a format, where it is made. */
  public Optional<PublishedArchive> find(ArchiveFormat format) {
    return archives.stream().filter(archive -> archive.format() == format).findFirst();
  }
}
