package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.PreviewFolder;
import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.index.PackageIndexer;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.Validation;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The registry that a run of {@link Generator} is going to publish, as far as reading the packages
 * tells: its records can be served long before all files and archives are written. Those of a
 * version are made once somebody asks for them. It has no texts, pages, feeds and listings.
 */
public final class RegistryPreview implements Closeable {
  /** Versions that are made at the same time never wait for each other, or hardly ever. */
  private static final int LOCKS = 256;

  private final PreviewFolder folder;
  private final Map<PackageId, RawPackage.Source> sources;
  private final Set<PackageId> made = ConcurrentHashMap.newKeySet();
  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

  /** Searches are not to wait behind hundreds of archives. */
  private final Semaphore making;

  private RegistryPreview(
      PreviewFolder folder, Map<PackageId, RawPackage.Source> sources, int workers) {
    this.folder = folder;
    this.sources = sources;
    making = new Semaphore(workers, /* fair= */ true);
  }

  /**
   * Reads and validates the packages, as the run is going to.
   *
   * @param options those of the run, with a folder of its own: an empty one
   * @param fewest with fewer package versions the run itself is soon through
   * @return nothing where there are fewer, or where what cannot be read may hold packages: the run
   *     will say so
   * @throws IOException if a root is missing, or something cannot be written
   */
  public static Optional<RegistryPreview> of(GenerateOptions options, int fewest, Progress progress)
      throws IOException {
    Intake intake = options.intake();
    PackagePass pass = PackagePass.over(options.roots(), intake, KnownPackages.none());
    if (pass.packages().size() < fewest || !pass.isWhole()) {
      return Optional.empty();
    }
    PreviewFolder folder = new PreviewFolder(options.out(), options.archives());
    Map<PackageId, RawPackage.Source> sources = new ConcurrentHashMap<>();
    try (PackageIndexer indexer = PackageIndexer.create(folder.indexFolder())) {
      Deprecations deprecations = Deprecations.of(pass.packages(), intake, Optional.empty());
      pass.run(progress, new Reading(options.download(), folder, indexer, deprecations, sources));
      indexer.finish();
    }
    folder.finish(Product.version());
    return Optional.of(new RegistryPreview(folder, sources, intake.workers()));
  }

  /**
   * Returns when files and archives of a version are there. Does nothing for one that is unknown.
   *
   * @throws IOException if the package cannot be read any more, or something cannot be written
   */
  public void make(PackageId id) throws IOException {
    RawPackage.Source source = sources.get(id);
    if (source == null || made.contains(id)) {
      return;
    }
    synchronized (locks.get(Math.floorMod(id.hashCode(), LOCKS))) {
      if (!made.contains(id)) {
        making.acquireUninterruptibly();
        try {
          write(id, source);
          made.add(id);
        } finally {
          making.release();
        }
      }
    }
  }

  private void write(PackageId id, RawPackage.Source source) throws IOException {
    try (RawPackage raw = PackageReader.read(source)) {
      folder.addContent(VersionParts.source(raw, id));
    } catch (UnreadableFileException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  /** Writes the records of the good packages, and remembers where they are from. */
  private record Reading(
      ArchiveFormat download,
      PreviewFolder folder,
      PackageIndexer indexer,
      Deprecations deprecations,
      Map<PackageId, RawPackage.Source> sources)
      implements PackagePass.Use {
    @Override
    public Optional<List<Finding>> unchanged(FoundPackage candidate) {
      return Optional.empty();
    }

    @Override
    public boolean valid(FoundPackage candidate, RawPackage raw, Validation.Accepted accepted)
        throws IOException {
      RegistryPackage valid = accepted.accepted();
      Optional<ObjectNode> deprecated = deprecations.find(valid.id().name());
      boolean signed =
          download == ArchiveFormat.ZIP
              && raw.source() instanceof RawPackage.Source.Zip(var _, var _, var signature)
              && signature.isPresent();
      RecordEmitter.Records records = RecordEmitter.records(valid, deprecated, download, signed);
      folder.addRecord(valid.id(), records.full());
      indexer.add(VersionParts.indexed(valid, records, folder.base(), folder.base()));
      sources.put(valid.id(), candidate.source());
      return true;
    }

    @Override
    public void refused(FoundPackage candidate) {}
  }
}
