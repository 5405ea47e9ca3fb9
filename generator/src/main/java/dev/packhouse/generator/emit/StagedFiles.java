package dev.packhouse.generator.emit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files of the next generation that plain hosts get copies of, on their way. One that is made
 * of the same as in the generation before is that file under another name, where the file system
 * has links. Paths are below the generation's folder, with {@code /} between names. Safe for any
 * number of threads.
 */
public final class StagedFiles {
  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final Optional<FileList> before;
  private final FileOperations operations;
  private final Map<String, ListedFile> files = new ConcurrentSkipListMap<>();

  StagedFiles(Path folder, Optional<FileList> before, FileOperations operations) {
    this.folder = folder;
    this.before = before;
    this.operations = operations;
  }

  /**
   * Takes a file of the current generation.
   *
   * @param madeOf names all that the file is made of
   * @return false where there is none, or one that was made of something else
   */
  public boolean keep(String path, String madeOf) throws IOException {
    Optional<ListedFile> known =
        before.isEmpty() ? Optional.empty() : before.get().find(path, madeOf);
    if (known.isEmpty()) {
      return false;
    }
    Path same = before.get().folder().resolve(path);
    Path file = file(path);
    if (!operations.link(same, file)) {
      try (OutputStream out = Channels.newOutputStream(operations.create(file))) {
        Files.copy(same, out);
      }
    }
    note(known.get());
    return true;
  }

  /**
   * Writes a file.
   *
   * @throws IllegalStateException if it would leave its folder, or is there already
   */
  public void write(String path, String madeOf, byte[] content) throws IOException {
    write(path, Optional.of(madeOf), out -> out.write(content));
  }

  /** Writes a file, unless the current generation has it with the same bytes. */
  public void put(String path, byte[] content) throws IOException {
    if (!keep(path, Sha256.of(content))) {
      write(path, Optional.empty(), out -> out.write(content));
    }
  }

  /** Writes a listing. */
  void write(String path, Listings.Body content) throws IOException {
    write(path, Optional.empty(), content);
  }

  private void write(String path, Optional<String> madeOf, Listings.Body content)
      throws IOException {
    Path file = file(path);
    MessageDigest digest = Sha256.start();
    try (OutputStream out =
        new BufferedOutputStream(
            new DigestOutputStream(Channels.newOutputStream(operations.create(file)), digest),
            BUFFER)) {
      content.writeTo(out);
    }
    note(new ListedFile(path, Files.size(file), Sha256.finish(digest), madeOf));
  }

  /** All that were staged, sorted by path. */
  Collection<ListedFile> list() {
    return files.values();
  }

  private void note(ListedFile file) {
    if (files.put(file.path(), file) != null) {
      throw new IllegalStateException("written twice: " + file.path());
    }
  }

  private Path file(String path) throws IOException {
    PlainNames.requirePath(path);
    Path file = folder.resolve(path);
    operations.createFolders(file.resolveSibling(""));
    return file;
  }
}
