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
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * The registry that a run of {@link Generator} is going to publish, as far as reading the packages
 * tells: its records can be served long before all files and archives are written. Those of a
 * version are made once somebody asks for them. It has no texts, pages, feeds and listings.
 */
public final class RegistryPreview implements Closeable {
  /** A large version takes seconds. */
  private static final Duration LONGEST_MAKING = Duration.ofSeconds(10);

  private final PreviewFolder folder;
  private final Map<PackageId, LateVersion> versions;
  private final Intake intake;

  /** Threads of their own, of which each gets its time: searches do not wait for archives. */
  private final ExecutorService makers;

  private volatile boolean closed;

  private RegistryPreview(
      PreviewFolder folder, Map<PackageId, LateVersion> versions, Intake intake) {
    this.folder = folder;
    this.versions = versions;
    this.intake = intake;
    makers =
        Executors.newFixedThreadPool(
            intake.workers(), Thread.ofPlatform().daemon().name("making-", 1).factory());
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
    Map<PackageId, LateVersion> versions = new ConcurrentHashMap<>();
    try (PackageIndexer indexer = PackageIndexer.create(folder.indexFolder())) {
      Deprecations deprecations = Deprecations.of(pass.packages(), intake, Optional.empty());
      pass.run(progress, new Reading(options.download(), folder, indexer, deprecations, versions));
      indexer.finish();
    }
    folder.finish(Product.version());
    return Optional.of(new RegistryPreview(folder, versions, intake));
  }

  /**
   * Returns when files and archives of a version are there, which are made on a thread of this
   * preview.
   *
   * @return false where they cannot be had: the version is unknown, its package is gone or bad by
   *     now, or this is closed
   * @throws IOException if something cannot be written
   */
  public boolean make(PackageId id) throws IOException {
    LateVersion version = versions.get(id);
    try {
      return version != null && version.made(makers, source -> write(id, source)).get();
    } catch (RejectedExecutionException | CancellationException late) {
      return false;
    } catch (ExecutionException failed) {
      throw new IOException("cannot make " + id, failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Files and archives are those of a good package, as it is now. */
  private boolean write(PackageId id, RawPackage.Source source) throws IOException {
    if (closed) {
      return false;
    }
    try (RawPackage raw = PackageReader.read(source)) {
      if (PackageValidator.validate(raw, intake.strictness()) instanceof Validation.Accepted now
          && now.accepted().id().equals(id)) {
        folder.addContent(VersionParts.source(raw, id));
        return true;
      }
      return false;
    } catch (UnreadableFileException gone) {
      return false;
    }
  }

  /** Waits for what is being made, for some seconds; nothing more is begun. */
  @Override
  public void close() {
    closed = true;
    makers.shutdown(); // nothing is interrupted: that would close the files under a thread
    try {
      makers.awaitTermination(LONGEST_MAKING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the records of the good packages, and remembers where they are from. */
  private record Reading(
      ArchiveFormat download,
      PreviewFolder folder,
      PackageIndexer indexer,
      Deprecations deprecations,
      Map<PackageId, LateVersion> versions)
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
      versions.put(valid.id(), new LateVersion(candidate.source()));
      return true;
    }

    @Override
    public void refused(FoundPackage candidate) {}
  }
}
