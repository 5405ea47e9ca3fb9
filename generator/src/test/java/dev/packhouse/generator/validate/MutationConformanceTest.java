package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

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
    Path changed = DamagedPackage.make(row, folder);
    try (RawPackage raw =
        PackageReader.read(new RawPackage.Source.Folder(changed.toString(), changed))) {
      return PackageValidator.validate(raw);
    }
  }

  private static Set<String> documented() throws IOException {
    return Files.readAllLines(DIFFERENCES).stream()
        .filter(line -> line.matches("\\| [0-9]{5} \\|.*"))
        .map(line -> line.substring(2, 7))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
