package dev.packhouse.generator.emit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The pages of the next generation, on their way. One that is made of the same as in the generation
 * before is that file under another name, where the file system has links. Safe for any number of
 * threads.
 */
public final class StagedPages {
  private final Path folder;
  private final Optional<PageList> before;
  private final FileOperations operations;
  private final Map<String, String> madeOf = new ConcurrentSkipListMap<>();

  StagedPages(Path folder, Optional<PageList> before, FileOperations operations) {
    this.folder = folder;
    this.before = before;
    this.operations = operations;
  }

  /**
   * Takes a page of the current generation.
   *
   * @param path below the folder of the pages, with {@code /} between names
   * @param source names all that the page is made of
   * @return false where there is none, or one that was made of something else
   */
  public boolean keep(String path, String source) throws IOException {
    Optional<Path> same = before.flatMap(it -> it.find(path, source)).filter(Files::isRegularFile);
    if (same.isEmpty()) {
      return false;
    }
    Path page = file(path);
    operations.createFolders(page.resolveSibling(""));
    if (!operations.link(same.get(), page)) {
      write(page, Files.readAllBytes(same.get()));
    }
    note(path, source);
    return true;
  }

  /**
   * Writes a page.
   *
   * @throws IllegalStateException if it would leave its folder, or is there already
   */
  public void write(String path, String source, byte[] content) throws IOException {
    Path page = file(path);
    operations.createFolders(page.resolveSibling(""));
    write(page, content);
    note(path, source);
  }

  /** What each is made of, by path; empty where none was staged. */
  Map<String, String> madeOf() {
    return madeOf;
  }

  private void note(String path, String source) {
    if (madeOf.put(path, source) != null) {
      throw new IllegalStateException("written twice: " + path);
    }
  }

  private Path file(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IllegalStateException("a page outside of its folder: " + path);
    }
    return file;
  }

  private void write(Path page, byte[] content) throws IOException {
    try (OutputStream out = Channels.newOutputStream(operations.create(page))) {
      out.write(content);
    }
  }
}
