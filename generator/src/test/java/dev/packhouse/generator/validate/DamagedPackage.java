package dev.packhouse.generator.validate;

import dev.packhouse.generator.SharedCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A package of the shared corpus with files changed, as a row of the shared verdicts says. */
final class DamagedPackage {
  private DamagedPackage() {}

  /** Makes it below a folder and gives its own folder, which is called like its version. */
  static Path make(JsonNode row, Path below) throws IOException {
    String base = row.get("base").asString();
    String[] names = base.split("/", -1);
    Path original =
        base.startsWith("spec/")
            ? SharedCorpus.packages("spec").resolve(names[1])
            : SharedCorpus.packages("production").resolve(names[1]).resolve(names[2]);
    String version = base.startsWith("spec/") ? versionOf(original) : names[2];
    Path changed = below.resolve(row.get("id").asString()).resolve(names[1]).resolve(version);
    copyWithLinks(original, changed, row.get("files"));
    return changed;
  }

  private static String versionOf(Path original) throws IOException {
    return Files.readAllLines(original.resolve("manifest.yml")).stream()
        .filter(line -> line.startsWith("version:"))
        .map(line -> line.substring("version:".length()).strip().replace("\"", ""))
        .findFirst()
        .orElse("0.0.1");
  }

  /** Unchanged files are the original's own, by hard link: the corpus is large. */
  private static void copyWithLinks(Path from, Path to, JsonNode changes) throws IOException {
    Map<String, JsonNode> changed =
        changes.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        String relative = from.relativize(path).toString();
        Path target = to.resolve(relative);
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!changed.containsKey(relative)) {
          Files.createLink(target, path);
        }
      }
    }
    for (Map.Entry<String, JsonNode> change : changed.entrySet()) {
      if (!change.getValue().isNull()) {
        Path target = to.resolve(change.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, change.getValue().asString());
      }
    }
  }
}
