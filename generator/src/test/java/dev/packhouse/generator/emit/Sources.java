package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes the sources of versions that the tests publish. */
final class Sources {
  private Sources() {}

  static PackageId id(String name, String version) {
    return switch (SemanticVersion.parse(version)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion value) -> new PackageId(name, value);
      case ParseResult.Rejected<SemanticVersion>(String reason) ->
          throw new IllegalArgumentException(reason);
    };
  }

  static PackageFile file(String path, byte[] content) {
    return new PackageFile(path, content.length, () -> new ByteArrayInputStream(content));
  }

  static PackageFile file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A version with a manifest and a README that says {@code text}. */
  static VersionSource version(String name, String version, String text) {
    return VersionSource.ofFolder(
        id(name, version),
        List.of(
            file("manifest.yml", "name: " + name + "\nversion: " + version + "\n"),
            file("docs/README.md", text)));
  }

  /** The same as a zip written to {@code folder}, with a signature beside it. */
  static VersionSource zipVersion(Path folder, String name, String version, String text)
      throws IOException {
    VersionSource files = version(name, version, text);
    Path zip = folder.resolve(name + "-" + version + "-" + text.hashCode() + ".zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      for (PackageFile file : files.files()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(files.id() + "/" + file.path());
        entry.setTime(1_000_000_000_000L);
        out.putArchiveEntry(entry);
        file.content().open().transferTo(out);
        out.closeArchiveEntry();
      }
    }
    Path signature = folder.resolve(zip.getFileName() + ".sig");
    Files.writeString(signature, "signature of " + text);
    return VersionSource.ofZip(
        files.id(), files.files(), new VersionSource.Zip(zip, Optional.of(signature)));
  }

  /** The files below a folder, in the order in which the system lists them. */
  static VersionSource read(PackageId id, Path folder) throws IOException {
    List<PackageFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.add(
            new PackageFile(
                folder.relativize(path).toString(),
                Files.size(path),
                () -> Files.newInputStream(path)));
      }
    }
    return VersionSource.ofFolder(id, files);
  }

  /** Writes files below a folder, in the order of the map. */
  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
  }
}
