package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.RegistryPointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An output folder in which records and index are there first, and files and archives of a version
 * only once they are asked for. Whoever makes it removes it: nothing in it is forced to the disk.
 *
 * <p>Safe for any number of threads, as long as no two of them write the same version. An {@link
 * IOException} names the path that failed.
 */
public final class PreviewFolder {
  private static final String GENERATION = "000001";

  /** Nothing else can have taken a plain place. */
  private static final String BASE = "";

  private final Path out;
  private final Set<ArchiveFormat> archives;
  private final FileOperations operations = new FileOperations();
  private final AtomicInteger tries = new AtomicInteger();

  /**
   * @param out an empty folder
   * @param archives the formats to be made
   */
  public PreviewFolder(Path out, Set<ArchiveFormat> archives) {
    this.out = out;
    this.archives = Set.copyOf(archives);
  }

  /** Where the index is to be written and closed. */
  public Path indexFolder() throws IOException {
    Path folder = Generation.folder(out, GENERATION).resolve(RegistryLayout.LUCENE_INDEX);
    operations.createFolders(folder);
    return folder;
  }

  /** The base of all versions, see {@link RegistryLayout}. */
  public String base() {
    return BASE;
  }

  /** Writes the body of {@code /package/{name}/{version}/}, JSON in ASCII. */
  public void addRecord(PackageId id, byte[] record) throws IOException {
    String path = RegistryLayout.record(BASE, id.name(), id.version().text());
    PlainNames.requirePath(path);
    write(out.resolve(path), record);
  }

  /**
   * Writes the pointer, which makes a registry of what was added.
   *
   * @param generator names what made it
   */
  public void finish(String generator) throws IOException {
    RegistryPointer pointer = new RegistryPointer(GENERATION, List.of(), generator);
    write(out.resolve(RegistryLayout.POINTER), Json.line(pointer.toJson()));
  }

  /**
   * Writes files and archives of a version.
   *
   * @throws IOException also if a file of the source vanished or changed while it was read; it may
   *     be tried again
   */
  public void addContent(VersionSource source) throws IOException {
    PlainNames.require(source);
    // What a writer knows of contents is no good after a failure, so each try has its own.
    StagingArea staging = StagingArea.of(out, Integer.toString(tries.getAndIncrement()));
    try (ContentWriter writer = new ContentWriter(staging, operations)) {
      ContentWriter.Written written = writer.write(source, true, archives);
      VersionContent content =
          new VersionContent(source.id(), written.digest(), BASE, written.archives());
      new Placement(out, staging, operations)
          .placeContent(new StagedContent(content, true, archives));
    } finally {
      operations.deleteTree(staging.root());
    }
  }

  private void write(Path file, byte[] content) throws IOException {
    operations.createFolders(file.resolveSibling(""));
    try (OutputStream stream = Channels.newOutputStream(operations.create(file))) {
      stream.write(content);
    }
  }
}
