package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The versions that a kept generation names. */
record Generation(String id, Map<PackageId, PublishedVersion> versions) {
  /** The folder of a generation below the output folder. */
  static Path folder(Path out, String id) {
    return out.resolve(RegistryLayout.GENERATIONS).resolve(id);
  }

  /**
   * Reads {@code versions.jsonl}.
   *
   * @param newer lines equal to one of these share its memory
   * @throws IOException if it cannot be read or is damaged; the message says where
   */
  static Generation read(Path out, String id, Map<PackageId, PublishedVersion> newer)
      throws IOException {
    Path file = folder(out, id).resolve(RegistryLayout.VERSIONS);
    Map<PackageId, PublishedVersion> versions = new TreeMap<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        PublishedVersion version = shared(VersionLine.parse(line), newer);
        versions.put(version.id(), version);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("%s:%d is damaged: %s".formatted(file, number, e.getMessage()), e);
    }
    return new Generation(id, versions);
  }

  private static PublishedVersion shared(
      PublishedVersion version, Map<PackageId, PublishedVersion> newer) {
    PublishedVersion other = newer.get(version.id());
    return other != null && version.equals(other) ? other : version;
  }

  Optional<PublishedVersion> find(PackageId version) {
    return Optional.ofNullable(versions.get(version));
  }
}
