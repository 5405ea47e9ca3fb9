package dev.packhouse.server.client;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.search.CurrentGeneration;
import dev.packhouse.server.search.LuceneRegistry;
import dev.packhouse.server.search.StoredVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The current generation of a registry in a folder, asked as a server asks it. */
public final class FolderRegistry implements AskedRegistry {
  private final Path folder;
  private final LuceneRegistry search;

  private FolderRegistry(Path folder, LuceneRegistry search) {
    this.folder = folder;
    this.search = search;
  }

  /**
   * Opens one.
   *
   * @throws IOException nothing is published there, or it is damaged or of another format
   */
  public static FolderRegistry open(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(RegistryLayout.POINTER))) {
      throw new IOException(
          "there is no registry in %s (no %s): name its folder or its address with --registry"
              .formatted(folder, RegistryLayout.POINTER));
    }
    return new FolderRegistry(folder, LuceneRegistry.open(CurrentGeneration.folder(folder)));
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public List<ObjectNode> search(SearchFilters filters) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    search.search(filters.query()).content().writeTo(json);
    return RegistryJson.records(json.toByteArray(), "the index in " + folder);
  }

  @Override
  public Optional<ObjectNode> record(String name, String version) throws IOException {
    Optional<StoredVersion> stored = search.find(name, version);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(stored.get().record());
    return Optional.of(RegistryJson.record(Files.readAllBytes(file), file.toString()));
  }

  /** The plain path may hold the bytes of an earlier generation, so the index is asked. */
  @Override
  public String archive(String name, String version, String download) throws IOException {
    String ending = download.substring(Math.min(download.length(), stem(name, version).length()));
    return search
        .find(name, version)
        .map(stored -> folder.resolve(stored.archiveStem() + ending).toString())
        .orElse(download);
  }

  private static String stem(String name, String version) {
    return "/" + RegistryLayout.archiveStem("", name, version);
  }

  @Override
  public void close() throws IOException {
    search.close();
  }
}
