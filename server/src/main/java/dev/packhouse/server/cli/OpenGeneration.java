package dev.packhouse.server.cli;

import dev.packhouse.generator.model.CountedNoun;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.search.StoredVersion;
import dev.packhouse.server.serve.LateRegistry;
import dev.packhouse.server.serve.ServedRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A generation of the registry, open for searches.
 *
 * @param publicFolder the output folder that it lies in
 * @param folder of the generation
 * @param versions how many package versions there are
 * @param preview where it is that of a registry that is still being generated
 */
record OpenGeneration(
    Path publicFolder, Path folder, LuceneRegistry search, int versions, Optional<Preview> preview)
    implements Closeable {
  /**
   * Opens the one that the pointer of an output folder names.
   *
   * @throws IOException nothing was published there, or it is damaged or of another format
   */
  static OpenGeneration current(Path publicFolder) throws IOException {
    return open(publicFolder, Optional.empty());
  }

  /**
   * Opens what can be served already.
   *
   * @param preview is closed with what is opened
   */
  static OpenGeneration of(Preview preview) throws IOException {
    return open(preview.folder(), Optional.of(preview));
  }

  private static OpenGeneration open(Path publicFolder, Optional<Preview> preview)
      throws IOException {
    Path folder = CurrentGeneration.folder(publicFolder);
    LuceneRegistry search = LuceneRegistry.open(folder);
    return new OpenGeneration(publicFolder, folder, search, search.size(), preview);
  }

  String id() {
    return preview.isPresent() ? "preview" : folder.getFileName().toString();
  }

  /** As servers take it. */
  ServedRegistry served() {
    return new ServedRegistry(search, publicFolder, preview.map(LateRegistry.class::cast));
  }

  /** Whether the pointer of an output folder names it, and its index is the one that is open. */
  boolean isCurrent(Path output) throws IOException {
    Path current = CurrentGeneration.folder(output);
    return current.equals(folder) && search.isOpenOn(folder);
  }

  /**
   * Looks whether all that it names is there, as it is not while a copy is under way.
   *
   * @throws IOException something is missing
   */
  void checkFiles() throws IOException {
    search.forEachVersion(this::checkFiles);
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
    try (search) {
      if (preview.isPresent()) {
        preview.get().close();
      }
    }
  }

  private void checkFiles(StoredVersion version) throws IOException {
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
