package dev.packhouse.generator.synthetic;

import dev.packhouse.generator.emit.PublishedArchive;
import dev.packhouse.generator.emit.PublishedVersion;
import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.emit.RegistryListings;
import dev.packhouse.generator.emit.VersionContent;
import dev.packhouse.generator.index.IndexedRecords;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.index.TextIndexer;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes of a made-up registry what a server searches, with the generator's own stages: both
 * indexes, listings, and records. What is missing: the files and the archives of the packages,
 * whose sizes and digests are made up, and of the full records whatever needs files. So {@code
 * /search}, {@code /categories} and a {@code package/{name}/{version}/} can be asked for, and
 * anything else is not found.
 */
final class SearchRegistry {
  private static final String NO_DIGEST = "0".repeat(64);

  private final RegistryEmitter emitter;
  private final PackageIndexer indexer;
  private final TextIndexer text;

  private SearchRegistry(RegistryEmitter emitter, PackageIndexer indexer, TextIndexer text) {
    this.emitter = emitter;
    this.indexer = indexer;
    this.text = text;
  }

  /**
   * Writes all of it.
   *
   * @param out the output folder
   */
  static void write(SyntheticRegistry registry, Path out) throws IOException {
    try (RegistryEmitter emitter =
        RegistryEmitter.open(
            out, Set.of(ArchiveFormat.ZIP), Product.version(), Retention.usual())) {
      Path index = emitter.stagedIndexFolder();
      try (PackageIndexer indexer = PackageIndexer.create(index);
          TextIndexer text = TextIndexer.create(emitter.stagedTextFolder())) {
        SearchRegistry search = new SearchRegistry(emitter, indexer, text);
        registry.forEach(search::add);
        indexer.finish();
        text.finish();
      }
      emitter.publish(RegistryListings.of(sink -> IndexedRecords.forEach(index, sink::accept)));
    }
  }

  private void add(SyntheticName name) throws IOException {
    List<SyntheticPackage> versions = name.packages();
    for (SyntheticPackage version : versions) {
      add(version.searchable());
    }
    text.add(versions.getLast().text(), NO_DIGEST);
  }

  private void add(RegistryPackage version) throws IOException {
    PublishedArchive archive = new PublishedArchive(ArchiveFormat.ZIP, 1, NO_DIGEST, false);
    RecordEmitter.Records records =
        RecordEmitter.records(version, Optional.empty(), archive.format(), archive.signed());
    VersionContent content = new VersionContent(version.id(), NO_DIGEST, "", List.of(archive));
    PublishedVersion published = emitter.add(content, records.full());
    indexer.add(
        new IndexedPackage(
            version.id(),
            version.type(),
            version.formatVersion(),
            version.isExperimental(),
            version.condition("kibana"),
            version.condition("agent"),
            version.capabilities(),
            version.discovery("fields"),
            version.discovery("datasets"),
            version.categories(),
            version.facets(),
            records.search(),
            content.base(),
            published.recordBase()));
  }
}
