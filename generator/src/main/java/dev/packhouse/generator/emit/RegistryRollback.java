package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a generation the current one that is kept beside it, by the same switch of the pointer that
 * published it. Nothing is removed, so that the one that counted can count again.
 */
public final class RegistryRollback implements Closeable {
  private final Path out;
  private final RunResources resources;
  private final FileOperations operations;
  private final RegistryPointer pointer;
  private final String target;
  private final Instant now;

  private RegistryRollback(
      Path out,
      RunResources resources,
      FileOperations operations,
      RegistryPointer pointer,
      String target,
      Instant now) {
    this.out = out;
    this.resources = resources;
    this.operations = operations;
    this.pointer = pointer;
    this.target = target;
    this.now = now;
  }

  /**
   * Begins a run, and removes what a dead one left in the staging area.
   *
   * @param to the generation that is to count; without it, the older one that counted last
   * @param now the time that the list of changes gives to what this run changes; without it, that
   *     of the file system's clock
   * @throws IOException if another generator is writing there, or there is no such generation
   */
  public static RegistryRollback open(Path out, Optional<String> to, Optional<Instant> now)
      throws IOException {
    return open(out, to, now, new FileOperations());
  }

  static RegistryRollback open(
      Path out, Optional<String> to, Optional<Instant> now, FileOperations operations)
      throws IOException {
    Path absolute = out.toAbsolutePath().normalize();
    RunResources resources = RunResources.takePublished(absolute, operations);
    try {
      resources.clearStaging();
      RegistryPointer pointer = KeptGenerations.readPointer(absolute).orElseThrow();
      PendingChanges.of(absolute, pointer.generation(), operations).settle();
      String target = RollbackTarget.choose(absolute, pointer, to);
      return new RegistryRollback(
          absolute, resources, operations, pointer, target, now.orElseGet(resources.lock()::taken));
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** Where the index of that generation lies, or should. */
  public Path indexFolder() {
    return Generation.folder(out, target).resolve(RegistryLayout.LUCENE_INDEX);
  }

  /**
   * Switches the pointer, and brings the copies for plain hosts in line. Where the generation
   * counts already, only the latter is done.
   *
   * @throws IOException also if something is missing that the generation names; where the pointer
   *     has switched by then, the message says so: who repeats that rollback goes back once more
   */
  public Publication switchBack() throws IOException {
    requireWhole();
    boolean already = target.equals(pointer.generation());
    TopLevelFiles top = new TopLevelFiles(out, StagingArea.of(out, target), resources);
    try {
      if (!already) {
        pointTo(top);
      }
      top.copy(target);
    } catch (IOException e) {
      throw KeptGenerations.readPointer(out).orElse(pointer).generation().equals(target)
          ? behind(e)
          : e;
    }
    return already ? new Publication.AlreadyCurrent(target) : new Publication.Switched(target);
  }

  private void pointTo(TopLevelFiles top) throws IOException {
    writeChanges();
    Path versions = Generation.folder(out, target).resolve(RegistryLayout.VERSIONS);
    // It begins now: those before it are kept for their time from here.
    operations.touch(versions, resources.lock().taken());
    // Who made its index is not known, so the next run makes another.
    top.pointTo(new RegistryPointer(target, older(), /* generator= */ ""));
  }

  private IOException behind(IOException cause) {
    return new IOException(
        ("Generation %s is the current one in %s, but not all copies of it are in line: %s;"
                + " do not roll back again, run packhouse sweep --out %s")
            .formatted(target, out, cause.getMessage(), out),
        cause);
  }

  /**
   * Gives the target the list of the generation that counts, with what going back changes at its
   * end: whoever follows the list follows the registry.
   */
  private void writeChanges() throws IOException {
    PendingChanges pending = PendingChanges.of(out, target, operations);
    ChangeHistory history = ChangeHistory.read(out, pointer.generation());
    if (history.cursor() == 0) {
      pending.drop(); // the list is lost, and goes on with that of the target
      return;
    }
    Map<PackageId, PublishedVersion> back = Generation.read(out, target, Map.of()).versions();
    pending.write(
        ChangeList.of(history, current(back), back, target, now), StagingArea.of(out, target));
  }

  /** Nothing where it is damaged, which is why people roll back: no content has changed then. */
  private Map<PackageId, PublishedVersion> current(Map<PackageId, PublishedVersion> back) {
    try {
      return Generation.read(out, pointer.generation(), back).versions();
    } catch (IOException damaged) {
      return Map.of();
    }
  }

  /** Says what is wrong with the generation that was to count. */
  public IOException damaged(String what) {
    return new IOException(
        "cannot roll back to generation %s in %s: %s; %s stays the current one"
            .formatted(target, out, what, pointer.generation()));
  }

  /** A look at names and sizes, as a run has it. */
  private void requireWhole() throws IOException {
    String folder = RegistryLayout.GENERATIONS + "/" + target + "/";
    FileList list =
        FileList.read(out, target)
            .orElseThrow(
                () -> damaged(folder + RegistryLayout.FILES + " is missing or cannot be read"));
    for (ListedFile file : list.files().values()) {
      requireFile(folder + file.path(), Optional.of(file.size()));
    }
    for (PublishedVersion version : Generation.read(out, target, Map.of()).versions().values()) {
      VersionContent content = version.content();
      requireFile(version.record(), Optional.empty());
      if (!Files.isDirectory(out.resolve(content.files()))) {
        throw damaged("there is no " + content.files());
      }
      for (PublishedArchive archive : content.archives()) {
        requireFile(content.archive(archive.format()), Optional.of(archive.size()));
      }
    }
  }

  private void requireFile(String path, Optional<Long> size) throws IOException {
    Path file = out.resolve(path);
    if (!Files.isRegularFile(file)) {
      throw damaged("there is no " + path);
    }
    if (size.isPresent() && Files.size(file) != size.get()) {
      throw damaged(path + " has not the size that was published");
    }
  }

  /** The one that counted stands first, unless it cannot be read: no run could build on that. */
  private List<String> older() {
    Stream<String> others = pointer.older().stream().filter(id -> !id.equals(target));
    return Stream.concat(readable(pointer.generation()), others).toList();
  }

  private Stream<String> readable(String id) {
    try {
      return Stream.of(Generation.read(out, id, Map.of()).id());
    } catch (IOException damaged) {
      return Stream.of();
    }
  }

  @Override
  public void close() throws IOException {
    resources.close();
  }
}
