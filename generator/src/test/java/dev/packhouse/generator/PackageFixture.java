package dev.packhouse.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small packages without a mistake, as folders and zips. */
public final class PackageFixture {
  private final String name;
  private final String version;
  private final Map<String, String> files = new LinkedHashMap<>();

  private PackageFixture(String name, String version) {
    this.name = name;
    this.version = version;
    files.put(
        "manifest.yml",
        """
        format_version: 3.0.0
        name: %s
        version: %s
        title: Title of %s
        description: A package for tests.
        """
            .formatted(name, version, name));
    files.put("docs/README.md", "# " + name + "\n");
  }

  public static PackageFixture of(String name, String version) {
    return new PackageFixture(name, version);
  }

  /** Adds lines to the manifest. */
  public PackageFixture manifest(String lines) {
    files.merge("manifest.yml", lines, String::concat);
    return this;
  }

  public PackageFixture file(String path, String text) {
    files.put(path, text);
    return this;
  }

  public PackageFixture without(String path) {
    files.remove(path);
    return this;
  }

  /** Writes {@code root/name/version} and gives it. */
  public Path folder(Path root) throws IOException {
    return folderAt(root.resolve(name).resolve(version));
  }

  public Path folderAt(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  /** Writes {@code root/name-version.zip} and gives it. */
  public Path zip(Path root) throws IOException {
    String stem = name + "-" + version;
    return zipAt(root.resolve(stem + ".zip"), stem);
  }

  public Path zipAt(Path zip, String topFolder) throws IOException {
    Files.createDirectories(zip.resolveSibling(""));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(topFolder + "/" + file.getKey());
        entry.setTime(1_000_000_000_000L);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }
}
