package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.RegistryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a registry as its readers do: from the pointer to the bytes. */
final class RegistryReader {
  private RegistryReader() {}

  static String currentId(Path out) throws IOException {
    return KeptGenerations.read(out).pointer().orElseThrow().generation();
  }

  /** The sha256 of all that the current generation leads to, by a name that knows no bases. */
  static Map<String, String> current(Path out) throws IOException {
    return generation(out, currentId(out));
  }

  /**
   * As {@link #current}; fails if archives, checksums, sizes and records do not belong together.
   */
  static Map<String, String> generation(Path out, String id) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path folder = Generation.folder(out, id);
    Map<String, String> listings = tree(folder);
    // These say where things lie and how they came there: that differs with a registry's history.
    listings
        .keySet()
        .removeAll(
            Set.of(
                RegistryLayout.VERSIONS,
                RegistryLayout.FILES,
                RegistryLayout.ARCHIVES_JSON,
                RegistryLayout.CHANGES_JSON,
                PendingChanges.NAME));
    listings.forEach((path, hash) -> found.put("generation/" + path, hash));
    for (PublishedVersion version : Generation.read(out, id, Map.of()).versions().values()) {
      addVersion(out, version, found);
    }
    return found;
  }

  private static void addVersion(Path out, PublishedVersion version, Map<String, String> found)
      throws IOException {
    VersionContent content = version.content();
    String record = Sha256.ofFile(out.resolve(version.record()));
    assertThat(record).isEqualTo(version.recordDigest());
    found.put("record/" + version.id(), record);
    tree(out.resolve(content.files()))
        .forEach((path, hash) -> found.put("file/" + version.id() + "/" + path, hash));
    for (PublishedArchive archive : content.archives()) {
      Path path = out.resolve(content.archive(archive.format()));
      assertThat(Sha256.ofFile(path)).isEqualTo(archive.sha256());
      assertThat(path).hasSize(archive.size());
      assertThat(Path.of(path + ".sha256"))
          .hasContent(archive.sha256() + "  " + path.getFileName() + "\n");
      for (String ending : ArchiveFiles.endings(archive)) {
        found.put("archive/" + path.getFileName() + ending, Sha256.ofFile(Path.of(path + ending)));
      }
    }
  }

  /** All files below a folder with their sha256, and all folders with nothing; no lock file. */
  static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = folder.relativize(path).toString();
        if (!name.equals(RegistryLayout.LOCK) && !name.isEmpty()) {
          found.put(name, Files.isDirectory(path) ? "folder" : Sha256.ofFile(path));
        }
      }
    }
    return found;
  }

  /** As {@link #tree}, with modes. */
  static Map<String, String> treeWithModes(Path folder) throws IOException {
    Map<String, String> found = tree(folder);
    for (Map.Entry<String, String> entry : found.entrySet()) {
      Path path = folder.resolve(entry.getKey());
      entry.setValue(
          entry.getValue() + " " + Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }
    return found;
  }
}
