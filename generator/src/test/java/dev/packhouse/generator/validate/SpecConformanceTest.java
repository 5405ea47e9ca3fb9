package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.SharedCorpus;
import dev.packhouse.generator.SharedMaterial;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.read.PackageReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Holds the profile of the spec against the verdicts of the reference validator. */
final class SpecConformanceTest {
  /** Where the verdict is another one on purpose; the page says why. */
  private static final Path DIFFERENCES = Path.of("../docs/spec-differences.md");

  @TempDir Path folder;

  /** As in a run, what is known of one package counts for the next ones. */
  private final DocumentCache cache = DocumentCache.ofUsualSize();

  private final SpecValidator validator = new SpecValidator();

  @Test
  void agreesWithTheReferenceAboutPublishedPackages() throws IOException {
    Map<String, String> different = new TreeMap<>();
    List<JsonNode> rows = rows("golden/spec-verdicts.jsonl.zst");
    for (JsonNode row : rows) {
      String name = row.get("package").asString();
      String[] corpusAndPath = name.split("/", 2);
      String corpus = corpusAndPath[0].equals("prod") ? "production" : corpusAndPath[0];
      compare(name, row, SharedCorpus.packages(corpus).resolve(corpusAndPath[1]), different);
    }

    assertThat(rows).hasSize(181 + 1_920);
    assertThat(different.keySet()).as(different.toString()).isEqualTo(documented("[a-z]+/[^ ]+"));
  }

  @Test
  void agreesWithTheReferenceAboutDamagedPackages() throws IOException {
    Map<String, String> different = new TreeMap<>();
    List<JsonNode> rows = rows("golden/spec-mutations.jsonl.zst");
    for (JsonNode row : rows) {
      compare(row.get("id").asString(), row, DamagedPackage.make(row, folder), different);
    }

    assertThat(rows).hasSize(2_000);
    assertThat(different.keySet()).as(different.toString()).isEqualTo(documented("[0-9]{5}"));
  }

  private static List<JsonNode> rows(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines = SharedMaterial.open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(JsonMapper.shared().readTree(line));
      }
    }
    return rows;
  }

  private void compare(String id, JsonNode row, Path made, Map<String, String> different)
      throws IOException {
    RawPackage.Source source = new RawPackage.Source.Folder(made.toString(), made);
    try (RawPackage raw = PackageReader.read(source, cache)) {
      List<Finding> errors = validator.validate(raw).stream().filter(Finding::isError).toList();
      if (row.get("valid").asBoolean() != errors.isEmpty()) {
        different.put(id, row.path("change") + " " + row.get("errors") + " " + errors);
      }
    }
  }

  private static Set<String> documented(String id) throws IOException {
    try (Stream<String> lines = Files.lines(DIFFERENCES)) {
      return lines
          .filter(line -> line.matches("\\| " + id + " \\|.*"))
          .map(line -> line.substring(2, line.indexOf(' ', 2)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
