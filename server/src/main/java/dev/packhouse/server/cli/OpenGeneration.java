package dev.packhouse.server.cli;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.search.StoredVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generation of the registry, open for searches.
 *
 * @param folder of the generation
 * @param versions how many package versions there are
 */
record OpenGeneration(Path folder, LuceneRegistry search, int versions) implements Closeable {
  /**
   * Opens the one that the pointer of an output folder names.
   *
   * @throws IOException nothing was published there, or it is damaged or of another format
   */
  static OpenGeneration current(Path publicFolder) throws IOException {
    Path folder = CurrentGeneration.folder(publicFolder);
    LuceneRegistry search = LuceneRegistry.open(folder);
    return new OpenGeneration(folder, search, search.size());
  }

  String id() {
    return folder.getFileName().toString();
  }

  /** Whether the pointer still names it, and its index is the one that is open. */
  boolean isCurrent(Path publicFolder) throws IOException {
    Path current = CurrentGeneration.folder(publicFolder);
    return current.equals(folder) && search.isOpenOn(folder);
  }

  /**
   * Looks whether all that it names is there, as it is not while a copy is under way.
   *
   * @throws IOException something is missing
   */
  void checkFiles(Path publicFolder) throws IOException {
    search.forEachVersion(version -> checkFiles(publicFolder, version));
  }

  /** As EPR says it: test suites wait for this line, so it comes when requests are answered. */
  String loaded() {
    return versions + " local package manifests loaded.";
  }

  /** As people say it. */
  String counted() {
    return CountedNoun.of(versions, "package version");
  }

  @Override
  public void close() throws IOException {
    search.close();
  }

  private void checkFiles(Path publicFolder, StoredVersion version) throws IOException {
    Path record = publicFolder.resolve(version.record());
    Path files = publicFolder.resolve(version.files());
    if (!Files.isRegularFile(record)) {
      throw missing(record);
    }
    if (!Files.isDirectory(files)) {
      throw missing(files);
    }
  }

  private IOException missing(Path path) {
    return new IOException("generation %s names %s, which is not there".formatted(id(), path));
  }
}
