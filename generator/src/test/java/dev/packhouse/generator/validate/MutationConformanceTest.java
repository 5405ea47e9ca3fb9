package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.SharedCorpus;
import dev.packhouse.generator.SharedMaterial;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the lenient profile against what the reference registry accepts of damaged packages. */
final class MutationConformanceTest {
  /** Refused here on purpose; docs/known-differences.md says why. */
  private static final Path DIFFERENCES = Path.of("../docs/known-differences.md");

  @TempDir Path folder;

  @Test
  void acceptsTheDamagedPackagesThatTheReferenceAccepts() throws IOException {
    Map<String, String> different = new TreeMap<>();
    int rows = 0;
    try (BufferedReader lines = SharedMaterial.open("golden/spec-mutations.jsonl.zst")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows++;
        JsonNode row = JsonMapper.shared().readTree(line);
        boolean expected = row.get("registry_accepts").asBoolean();
        Validation validation = validate(row);
        if (expected != validation instanceof Validation.Accepted) {
          different.put(
              row.get("id").asString(),
              row.get("base") + " " + row.get("change") + " " + validation.findings());
        }
      }
    }

    assertThat(rows).isEqualTo(2_000);
    assertThat(different.keySet()).as(different.toString()).isEqualTo(documented());
  }

  private Validation validate(JsonNode row) throws IOException {
    String base = row.get("base").asString();
    String[] names = base.split("/", -1);
    Path original =
        base.startsWith("spec/")
            ? SharedCorpus.packages("spec").resolve(names[1])
            : SharedCorpus.packages("production").resolve(names[1]).resolve(names[2]);
    String version = base.startsWith("spec/") ? versionOf(original) : names[2];
    Path changed = folder.resolve(row.get("id").asString()).resolve(names[1]).resolve(version);
    copyWithLinks(original, changed, row.get("files"));
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Folder(changed.toString(), changed))) {
      return PackageValidator.validate(raw);
    }
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

  private static Set<String> documented() throws IOException {
    return Files.readAllLines(DIFFERENCES).stream()
        .filter(line -> line.matches("\\| [0-9]{5} \\|.*"))
        .map(line -> line.substring(2, 7))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
