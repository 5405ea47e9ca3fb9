package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.FirstPublications;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.Retention;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run that writes a registry: opened, filled by {@link #stage} and {@link #add}, and then
 * either published as a whole or, when closed without, forgotten as a whole.
 *
 * <p>{@link #stage} and {@link #add} may be called by any number of threads; the other methods by
 * one, when those have returned. An {@link IOException} names the path that failed. Until {@link
 * #publish} switches, the registry that was there before is untouched; if it fails after that, the
 * message says so, and the next run does the rest.
 */
public final class RegistryEmitter implements Closeable {
  private final Path out;
  private final String generator;
  private final Retention retention;
  private final RunResources resources;
  private final FileOperations operations;
  private final KeptGenerations kept;
  private final String nextGeneration;
  private final Instant now;
  private final StagingArea staging;
  private final ContentWriter writer;
  private final ContentStager contents;
  private final RecordStager records;
  private final Optional<FileList> currentFiles;
  private final StagedFiles files;
  private final Map<PackageId, PublishedVersion> versions = new ConcurrentSkipListMap<>();
  private Optional<ChangeList> changes = Optional.empty();
  private boolean renewed;
  private boolean published;

  private RegistryEmitter(
      Path out,
      Set<ArchiveFormat> archives,
      String generator,
      Retention retention,
      Instant now,
      RunResources resources,
      FileOperations operations)
      throws IOException {
    this.out = out;
    this.generator = generator;
    this.retention = retention;
    this.now = now;
    this.resources = resources;
    this.operations = operations;
    this.kept = KeptGenerations.read(out);
    this.nextGeneration = GenerationIds.next(out, kept);
    this.staging = StagingArea.of(out, nextGeneration);
    this.writer = new ContentWriter(staging, operations);
    this.contents = new ContentStager(out, kept, writer, archives);
    this.records = new RecordStager(out, kept, staging, operations);
    Optional<Generation> current = kept.current();
    if (current.isPresent()) {
      PendingChanges.of(out, current.get().id(), operations).settle();
    }
    this.currentFiles =
        current.isEmpty() ? Optional.empty() : FileList.read(out, current.get().id());
    this.files = new StagedFiles(staging.generation(), currentFiles, operations);
  }

  /**
   * Begins a run, and removes what a dead one left in the staging area.
   *
   * @param out the output folder; made if it is missing
   * @param archives the formats to be made
   * @param generator names everything, save the packages, that decides what listings and index say,
   *     such as the product's version; another text makes a new generation of the same packages
   * @param retention what stays of earlier generations
   * @param now the time that the list of changes gives to what this run changes; without it, that
   *     of the file system's clock
   * @throws IOException if another generator is writing there, if {@code out} cannot be written to,
   *     or if what is published there is damaged or of a newer format
   */
  public static RegistryEmitter open(
      Path out,
      Set<ArchiveFormat> archives,
      String generator,
      Retention retention,
      Optional<Instant> now)
      throws IOException {
    return open(out, archives, generator, retention, now, new FileOperations());
  }

  /** By the file system's clock. */
  public static RegistryEmitter open(
      Path out, Set<ArchiveFormat> archives, String generator, Retention retention)
      throws IOException {
    return open(out, archives, generator, retention, Optional.empty());
  }

  static RegistryEmitter open(
      Path out,
      Set<ArchiveFormat> archives,
      String generator,
      Retention retention,
      Optional<Instant> now,
      FileOperations operations)
      throws IOException {
    Path absolute = out.toAbsolutePath().normalize();
    RunResources resources = RunResources.take(absolute, operations);
    try {
      return new RegistryEmitter(
          absolute,
          archives,
          generator,
          retention,
          now.orElseGet(resources.lock()::taken),
          resources,
          operations);
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** What the current generation says of a version. */
  public Optional<PublishedVersion> published(PackageId id) {
    return kept.current().flatMap(current -> current.find(id));
  }

  /**
   * Writes files and archives of a version to the staging area, as far as they are not published
   * already. The version is part of the next registry only if {@link #add} is called for it.
   *
   * @throws IOException also if a file of the source vanished or changed while it was read
   * @throws IllegalStateException if a name or path would leave its folder, or the version was
   *     staged before
   */
  public StageOutcome stage(VersionSource source) throws IOException {
    VersionContent content = contents.stage(source);
    Optional<VersionContent> current = published(source.id()).map(PublishedVersion::content);
    if (current.isEmpty()) {
      return new StageOutcome.Added(content);
    }
    return current.get().digest().equals(content.digest())
        ? new StageOutcome.Unchanged(content)
        : new StageOutcome.Changed(content, current.get());
  }

  /**
   * Makes a version part of the next registry.
   *
   * @param content what {@link #stage} gave, or what is published
   * @param record the body of {@code /package/{name}/{version}/}, JSON in ASCII
   * @return where content and record will lie, for the index
   */
  public PublishedVersion add(VersionContent content, byte[] record) throws IOException {
    PublishedVersion version = records.stage(content, record);
    // The same line of the current generation is in memory already.
    PublishedVersion known = published(content.id()).filter(version::equals).orElse(version);
    versions.put(content.id(), known);
    return known;
  }

  /**
   * Makes a version part of the next registry as the current generation has it: nothing is read,
   * staged or written. Instead of {@link #stage} and {@link #add}.
   *
   * @return false where the current generation has it otherwise, its folder, its archives or its
   *     record were lost, or they can come back to the plain place by now; then nothing was done
   */
  public boolean keep(PublishedVersion version) throws IOException {
    Optional<PublishedVersion> current = published(version.id()).filter(version::equals);
    boolean kept =
        current.isPresent()
            && isAtHome(version)
            && contents.isInPlace(version.content())
            && records.isInPlace(version);
    if (kept) {
      versions.put(version.id(), current.get());
    }
    return kept;
  }

  /** Whether a run that staged the version anew would put it where it is. */
  private boolean isAtHome(PublishedVersion version) {
    PackageId id = version.id();
    return kept.contentBase(id, version.content().digest()).equals(version.content().base())
        && kept.recordBase(id, version.recordDigest()).equals(version.recordBase());
  }

  /**
   * Whether the versions added so far differ from the current generation, or it was made otherwise.
   */
  public boolean isChanged() throws IOException {
    Optional<Generation> current = kept.current();
    return renewed
        || current.isEmpty()
        || !isOwnWork()
        || !current.get().versions().equals(versions)
        || !isWhole(current.get());
  }

  /** Whether versions are published and none has been added. */
  public boolean isEmptied() {
    return versions.isEmpty()
        && kept.current().map(current -> !current.versions().isEmpty()).orElse(false);
  }

  /** A look at names and sizes. */
  private boolean isWhole(Generation current) throws IOException {
    Path changes = Generation.folder(out, current.id()).resolve(RegistryLayout.CHANGES_JSON);
    return currentFiles.isPresent() && currentFiles.get().isWhole() && Files.isRegularFile(changes);
  }

  /** Whether this generator with these settings has made the current generation. */
  public boolean isOwnWork() {
    return kept.pointer().map(it -> it.generator().equals(generator)).orElse(false);
  }

  /** Where the index of the current generation lies, or should. */
  public Optional<Path> currentIndexFolder() {
    return currentFolder(RegistryLayout.LUCENE_INDEX);
  }

  /** The same for the index of text. */
  public Optional<Path> currentTextFolder() {
    return currentFolder(RegistryLayout.TEXT_INDEX);
  }

  private Optional<Path> currentFolder(String name) {
    return kept.current().map(current -> Generation.folder(out, current.id()).resolve(name));
  }

  /** Makes a new generation even of unchanged versions: the current one was found damaged. */
  public void renew() {
    renewed = true;
  }

  /**
   * What was added of a version.
   *
   * @throws IllegalStateException if it was not
   */
  public PublishedVersion added(PackageId id) {
    PublishedVersion version = versions.get(id);
    if (version == null) {
      throw new IllegalStateException("not added: " + id);
    }
    return version;
  }

  /** Whether {@link #added} gives something. */
  public boolean isAdded(PackageId id) {
    return versions.containsKey(id);
  }

  /** Where the files of a version lie until the next registry is published, staged or in place. */
  public Path filesNow(VersionContent content) {
    return contents.staged(content).filter(StagedContent::files).isPresent()
        ? staging.files(content.id())
        : out.resolve(content.files());
  }

  /** The full record of a version that was added, from where it lies until then. */
  public ObjectNode recordNow(PublishedVersion version) throws IOException {
    return Json.read(records.now(version));
  }

  /**
   * When the versions of the next registry were published first. To be called when all are added.
   *
   * @throws IOException if the list of changes cannot be read
   */
  public FirstPublications firstPublications() throws IOException {
    ChangeList list = changes();
    return new FirstPublications(list::first, list.time());
  }

  private ChangeList changes() throws IOException {
    if (changes.isEmpty()) {
      Optional<Generation> current = kept.current();
      ChangeHistory history =
          current.isEmpty() ? ChangeHistory.none() : ChangeHistory.read(out, current.get().id());
      Map<PackageId, PublishedVersion> before = current.map(Generation::versions).orElse(Map.of());
      changes = Optional.of(ChangeList.of(history, before, versions, nextGeneration, now));
    }
    return changes.get();
  }

  /** Whether the current generation lists this file. */
  public boolean hasFile(String path) {
    return currentFiles.filter(list -> list.has(path)).isPresent();
  }

  /** Feeds and pages of the next generation: what is not put there, it has not. */
  public StagedFiles files() {
    return files;
  }

  /** An empty folder, in which the index of the next generation is to be written and closed. */
  public Path stagedIndexFolder() throws IOException {
    operations.createFolders(staging.index());
    return staging.index();
  }

  /** The same for the index of text. */
  public Path stagedTextFolder() throws IOException {
    operations.createFolders(staging.text());
    return staging.text();
  }

  /**
   * Makes what was added the registry, in one step, then repairs the copies for plain hosts and
   * removes what is needed no more. If nothing is changed, only the latter two are done.
   */
  public Publication publish(Listings listings) throws IOException {
    if (published) {
      throw new IllegalStateException("Published already");
    }
    published = true;
    boolean changed = isChanged();
    if (changed) {
      new GenerationWriter(staging, operations)
          .write(versions.values(), listings, changes(), files);
    }
    putInPlace(changed);
    return changed ? switchOver() : stayWith(kept.current().orElseThrow());
  }

  /**
   * Leaves something for the next run, which can do without: it is replaced in one step, but not
   * forced to the disk.
   *
   * @param name of a file of the cache
   */
  public void leave(String name, Listings.Body content) throws IOException {
    Path staged = staging.top().resolve(name);
    operations.createFolders(staging.top());
    try (OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(operations.create(staged)))) {
      content.writeTo(out);
    }
    Path folder = out.resolve(RegistryLayout.CACHE);
    operations.createFolders(folder);
    operations.move(staged, folder.resolve(name));
  }

  /** Ends the run, removes what is staged, and lets go of the lock. */
  @Override
  public void close() throws IOException {
    try (resources) {
      writer.close();
    }
  }

  /** Renames what is staged, on disk before and after; if nothing changed, that is repairs. */
  private void putInPlace(boolean changed) throws IOException {
    if (!Files.isDirectory(staging.root())) {
      return;
    }
    writer.close(); // what it needed is not to be written to disk
    resources.durability().flushTree(staging.root());
    Placement placement = new Placement(out, staging, operations);
    for (PublishedVersion version : versions.values()) {
      Optional<StagedContent> staged = contents.staged(version.content());
      if (staged.isPresent()) {
        placement.placeContent(staged.get());
      }
      if (records.isStaged(version.id())) {
        placement.placeRecord(version);
      }
    }
    if (changed) {
      placement.placeGeneration(nextGeneration);
    }
    resources.durability().flushFolders(placement.touched());
  }

  private Publication switchOver() throws IOException {
    KeptGenerations now = kept.after(new Generation(nextGeneration, versions), generator);
    upkeep().switchTo(now, retention);
    return new Publication.Switched(nextGeneration);
  }

  private Publication stayWith(Generation current) throws IOException {
    upkeep().stayWith(kept, retention);
    return new Publication.AlreadyCurrent(current.id());
  }

  private Upkeep upkeep() {
    return new Upkeep(out, topLevelFiles(), resources, operations);
  }

  private TopLevelFiles topLevelFiles() {
    return new TopLevelFiles(out, staging, resources);
  }
}
