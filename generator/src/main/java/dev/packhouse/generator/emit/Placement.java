package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Renames what is staged to its place. No kept generation names these places, so what stands there
 * is what an interrupted run or an earlier registry left, and no reader looks at it.
 */
final class Placement {
  private final Path out;
  private final StagingArea staging;
  private final FileOperations operations;
  private final SortedSet<Path> touched = new TreeSet<>();
  private int trashed;

  Placement(Path out, StagingArea staging, FileOperations operations) {
    this.out = out;
    this.staging = staging;
    this.operations = operations;
  }

  void placeContent(StagedContent staged) throws IOException {
    VersionContent content = staged.content();
    if (staged.files()) {
      place(staging.files(content.id()), content.files());
    }
    for (PublishedArchive archive : content.archives()) {
      ArchiveFormat format = archive.format();
      if (staged.archives().contains(format)) {
        Path from = staging.archive(content.id(), format);
        for (String ending : ArchiveFiles.endings(archive)) {
          place(from.resolveSibling(Folders.name(from) + ending), content.archive(format) + ending);
        }
      }
    }
  }

  void placeRecord(PublishedVersion version) throws IOException {
    place(staging.record(version.id()), version.record());
  }

  void placeGeneration(String id) throws IOException {
    Path target = Generation.folder(out, id);
    place(staging.generation(), out.relativize(target).toString());
  }

  /** The folders whose entries have changed. */
  Collection<Path> touched() {
    return touched;
  }

  /**
   * @param path below the output folder
   */
  void place(Path from, String path) throws IOException {
    Path to = out.resolve(path);
    Path parent = to.resolveSibling("");
    operations.createFolders(parent);
    for (Path folder = parent;
        folder != null && folder.startsWith(out) && touched.add(folder);
        folder = folder.getParent()) {}
    if (isFolder(to) || (isFolder(from) && Files.exists(to, LinkOption.NOFOLLOW_LINKS))) {
      operations.createFolders(staging.trash());
      operations.move(to, staging.trash().resolve(Integer.toString(trashed++)));
    }
    operations.move(from, to);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
