package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
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
   * A copy for plain hosts. Others write there as well: what stands where one of its folders
   * belongs is put aside, and no link is followed.
   */
  void placeCopy(Path from, String path) throws IOException {
    Optional<Path> obstacle = Folders.obstacle(out, path);
    if (obstacle.isPresent()) {
      putAside(obstacle.get());
    }
    place(from, path);
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
    if (Folders.isFolder(to)
        || (Folders.isFolder(from) && Files.exists(to, LinkOption.NOFOLLOW_LINKS))) {
      putAside(to);
    }
    operations.move(from, to);
  }

  private void putAside(Path path) throws IOException {
    operations.createFolders(staging.trash());
    Path aside = staging.trash().resolve(Integer.toString(trashed++));
    while (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) { // by an earlier placement of the run
      aside = staging.trash().resolve(Integer.toString(trashed++));
    }
    operations.move(path, aside);
  }
}
