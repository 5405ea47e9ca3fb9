package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.emit.VersionSource;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** A package as the parts of a registry take it. */
final class VersionParts {
  private VersionParts() {}

  /** What files and archives are made from. */
  static VersionSource source(RawPackage raw, PackageId id) {
    Collection<PackageFile> files = raw.files().values();
    return switch (raw.source()) {
      case RawPackage.Source.Folder _ -> VersionSource.ofFolder(id, files);
      case RawPackage.Source.Zip(var _, Path path, Optional<Path> signature) ->
          VersionSource.ofZip(id, files, new VersionSource.Zip(path, signature));
    };
  }

  /** What the index holds of it; the bases are those of content and record. */
  static IndexedPackage indexed(
      RegistryPackage valid, RecordEmitter.Records written, String contentBase, String recordBase) {
    return new IndexedPackage(
        valid.id(),
        valid.type(),
        valid.formatVersion(),
        valid.isExperimental(),
        valid.condition("kibana"),
        valid.condition("agent"),
        valid.capabilities(),
        valid.discovery("fields"),
        valid.discovery("datasets"),
        valid.categories(),
        valid.facets(),
        written.search(),
        contentBase,
        recordBase);
  }
}
