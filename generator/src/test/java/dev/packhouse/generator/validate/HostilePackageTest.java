package dev.packhouse.generator.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packages made to take time and memory are told what is wrong with them. The limit of time is only
 * there so that a test ends; how long each takes, {@code .ci/hostile} measures.
 */
@Timeout(120)
final class HostilePackageTest {
  private static final String NEWEST = FormatVersion.newest().version().text();
  private static final String MANIFEST = "manifest.yml";
  private static final String FIELDS = "data_stream/log/fields/fields.yml";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("additions")
  void saysWhatIsWrong(String format, String file, String added, String code) throws IOException {
    List<Finding> findings = findings(format, Map.of(file, added));

    assertThat(findings)
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .returns(code, Finding::code)
                    .returns("p/" + file, Finding::file));
    assertThat(findings).hasSizeLessThan(3_500);
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.toString()).hasSizeLessThan(3_000);
              assertThat(finding.field().orElse("")).hasSizeLessThan(1_100);
            });
  }

  static Stream<Arguments> additions() {
    return Stream.of(
        argumentSet("unknown keys", NEWEST, MANIFEST, lines("k%d: 1\n"), "content.key.unknown"),
        argumentSet(
            "equal keys", NEWEST, MANIFEST, "again: 1\n".repeat(20_000), "yaml.duplicate_key"),
        argumentSet(
            "misspelt words",
            NEWEST,
            FIELDS,
            lines("- {type: keywrd%d}\n"),
            "content.value.choice"),
        argumentSet(
            "equal fields",
            NEWEST,
            FIELDS,
            "- {name: f, type: keyword}\n".repeat(10_000),
            "field.name.duplicate"),
        argumentSet(
            "fields in groups with long names",
            NEWEST,
            FIELDS,
            groups(90, "g".repeat(2_000)),
            "field.name.duplicate"),
        argumentSet(
            "keys with dots", "2.0.0", MANIFEST, lines("a.b.c%d: 1\n"), "content.key.unknown"),
        argumentSet(
            "keys with very many dots",
            "2.0.0",
            MANIFEST,
            "? " + "a.".repeat(10_000) + "a\n: 1\n",
            "yaml.nesting_limit"),
        argumentSet(
            "a key of 200 KB",
            NEWEST,
            MANIFEST,
            "? " + "a".repeat(200_000) + "\n: 1\n",
            "content.key.unknown"),
        argumentSet(
            "a second name of 200 KB",
            NEWEST,
            MANIFEST,
            "name: " + "a_".repeat(100_000) + "-\n",
            "content.value.pattern"),
        argumentSet(
            "deep lists", NEWEST, MANIFEST, "a: " + "[".repeat(5_000), "yaml.nesting_limit"),
        argumentSet(
            "too many values",
            NEWEST,
            MANIFEST,
            "a:\n" + "- 1\n".repeat(110_000),
            "file.value_limit"),
        argumentSet(
            "text where an object should be",
            NEWEST,
            FIELDS,
            "- a\n".repeat(30_000),
            "content.value.type"));
  }

  @Test
  void saysOfAFolderWithTooMuchInItNothingElse() throws IOException {
    Map<String, String> files =
        IntStream.range(0, 600)
            .boxed()
            .collect(Collectors.toMap(i -> "data_stream/log/fields/f" + i + ".yml", i -> "odd"));

    List<Finding> findings = findings(NEWEST, files);

    assertThat(findings)
        .singleElement()
        .returns("folder.entries_limit", Finding::code)
        .returns("p/data_stream/log/fields", Finding::file);
  }

  @Test
  void countsWhatItDoesNotTell() throws IOException {
    List<Finding> findings = findings(NEWEST, Map.of(MANIFEST, lines("k%d: 1\n")));

    assertThat(findings)
        .hasSize(1_001)
        .anyMatch(
            it -> it.more() == 19_000 && it.message().equals("And 19000 more of these here."));
  }

  private static String lines(String line) {
    return IntStream.range(0, 20_000).mapToObj(line::formatted).collect(Collectors.joining());
  }

  /** Groups in groups, with two equal fields in each. */
  private static String groups(int depth, String name) {
    StringBuilder groups = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      String indent = "  ".repeat(level);
      groups.append(indent).append("- name: ").append(name).append('\n');
      groups.append(indent).append("  type: group\n").append(indent).append("  fields:\n");
    }
    return groups
        .append(("  ".repeat(depth) + "- {name: f, type: keyword}\n").repeat(10_000))
        .toString();
  }

  /** Of a good package, with texts added at the ends of files. */
  private List<Finding> findings(String format, Map<String, String> added) throws IOException {
    PackageNames names = new PackageNames("example", "Example", "acme/logs");
    Map<String, String> files =
        PackageTemplate.find("integration").orElseThrow().files(names, format);
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    for (Map.Entry<String, String> file : added.entrySet()) {
      write(file.getKey(), files.getOrDefault(file.getKey(), "") + file.getValue());
    }
    try (RawPackage raw = PackageReader.read(new RawPackage.Source.Folder("p", folder))) {
      return new SpecValidator().validate(raw);
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, text.getBytes(UTF_8));
  }
}
