package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages for plain hosts: those of the current generation under another name, where the file
 * system has links, and copies where not. Each is replaced by one rename.
 */
final class TopLevelPages {
  private final Path out;
  private final StagingArea staging;
  private final RunResources resources;
  private final FileOperations operations;
  private boolean copied;

  TopLevelPages(Path out, StagingArea staging, RunResources resources) {
    this.out = out;
    this.staging = staging;
    this.resources = resources;
    this.operations = resources.operations();
  }

  /**
   * Makes them those of this generation, as far as they are not; others are left to the sweeper.
   */
  void copy(String generation) throws IOException {
    Path pages = PageList.folder(out, generation);
    Map<Path, Path> staged = new LinkedHashMap<>();
    for (Path page : files(pages)) {
      Path copy = out.resolve(RegistryLayout.UI).resolve(pages.relativize(page));
      if (!isFile(copy) || Files.mismatch(page, copy) >= 0) {
        staged.put(stage(page, staged.size()), copy);
      }
    }
    if (copied) {
      resources.durability().flushTree(staging.pages());
    }
    place(staged);
  }

  private Path stage(Path page, int number) throws IOException {
    Path fresh = staging.pages().resolve(Integer.toString(number));
    operations.createFolders(staging.pages());
    if (!operations.link(page, fresh)) {
      try (OutputStream stream = Channels.newOutputStream(operations.create(fresh))) {
        Files.copy(page, stream);
      }
      copied = true;
    }
    return fresh;
  }

  private void place(Map<Path, Path> staged) throws IOException {
    Set<Path> touched = new LinkedHashSet<>();
    for (Map.Entry<Path, Path> each : staged.entrySet()) {
      Path copy = each.getValue();
      Path folder = copy.resolveSibling("");
      operations.createFolders(folder);
      if (Files.isDirectory(copy, LinkOption.NOFOLLOW_LINKS)) {
        operations.deleteTree(copy);
      }
      operations.move(each.getKey(), copy);
      touched.add(folder);
    }
    if (!touched.isEmpty()) {
      touched.add(out.resolve(RegistryLayout.UI));
      touched.add(out);
      resources.durability().flushFolders(touched);
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What pages refer to comes first: files in the folders before those that stand above them. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> here = new ArrayList<>();
    for (Path child : Folders.list(folder)) {
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        files.addAll(files(child));
      } else {
        here.add(child);
      }
    }
    files.addAll(here);
    return files;
  }
}
