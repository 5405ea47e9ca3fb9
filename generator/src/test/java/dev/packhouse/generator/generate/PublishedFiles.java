package dev.packhouse.generator.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in an output folder. */
final class PublishedFiles {
  private PublishedFiles() {}

  /**
   * Each file's bytes as Latin-1, by path; without the lock, and without the Lucene indexes, whose
   * segment ids are random.
   */
  static Map<String, String> of(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(path).toString();
        if (!name.equals(".lock") && !name.matches("generations/[^/]+/(index|text)/.*")) {
          files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }
}
