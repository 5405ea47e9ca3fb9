package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.packhouse.server.config.ServerConfig.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSettingsTest {
  @TempDir Path folder;

  @Test
  void readsTheFileThatEprShips() throws IOException {
    ServerConfig config =
        config(
            """
            package_paths:
              - /packages/production
              - /packages/staging

            cache_time.index: 20s
            cache_time.search: 1h30m
            cache_time.categories: 500ms
            cache_time.catch_all: 10
            """);
    assertThat(config.source())
        .isEqualTo(
            new Source.Packages(
                List.of(Path.of("/packages/production"), Path.of("/packages/staging"))));
    assertThat(config.cacheTimes())
        .isEqualTo(
            new ServerConfig.CacheTimes(
                Duration.ofSeconds(20),
                Duration.ofMinutes(90),
                Duration.ofMillis(500),
                Duration.ofSeconds(10)));
  }

  @Test
  void readsNoMoreThanAConfigurationHas() {
    Path endless = Path.of("/dev/zero");
    assumeThat(endless).exists();
    Report report = new Report();

    assertThat(FileSettings.read(endless, "--config", report)).isEmpty();
    assertThat(report.problems())
        .containsExactly("/dev/zero: larger than 1 MiB, so it is no configuration file");
  }

  @Test
  void readsNestedKeysAsDottedOnes() throws IOException {
    assertThat(config("cache_time: {search: 1m, index: 2m}"))
        .isEqualTo(config("cache_time.search: 1m\ncache_time.index: 2m"))
        .isNotEqualTo(config(""));
  }

  @Test
  void takesNothingFromEmptyFilesAndValues() throws IOException {
    assertThat(List.of(config(""), config("# nothing"), config("package_paths:\ncache_time:\n")))
        .containsOnly(Configs.none().config());
  }

  @Test
  void takesOneFolderAsAList() throws IOException {
    assertThat(config("package_paths: a:b").source())
        .isEqualTo(new Source.Packages(List.of(Path.of("a:b"))));
  }

  @Test
  void passesOverKeysOfEprThatMeanNothingHereAndSaysSo() throws IOException {
    Path file = folder.resolve("c.yml");
    String yaml =
        """
        search.cache_size: 100
        search: {cache_ttl: 10m}
        categories:
          cache_size: 10
          cache_ttl: 10m
        sql_indexer.database_folder_path: /tmp
        """;
    ConfigOutcome.Usable outcome = Configs.none().file(file, yaml).usable();
    assertThat(outcome.config()).isEqualTo(Configs.none().config());
    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.notes())
        .containsExactly(
            file + ":1: search.cache_size has no effect here",
            file + ":2: search.cache_ttl has no effect here",
            file + ":4: categories.cache_size has no effect here",
            file + ":5: categories.cache_ttl has no effect here",
            file + ":6: sql_indexer.database_folder_path has no effect here");
  }

  @Test
  void knowsNoOtherKeysInTheGroupsOfEpr() throws IOException {
    assertThat(problems("search.cache: 1"))
        .singleElement()
        .asString()
        .startsWith(":1: unknown key search.cache; ");
    assertThat(problems("sql_indexer: 1"))
        .containsExactly(":1: sql_indexer is a group of keys and has no value itself");
  }

  @Test
  void namesTheNearestKeyForAnUnknownOne() throws IOException {
    assertThat(problems("address: :1\npackage_path: [a]\ncache_time:\n  serch: 1m\nzzzzzzzzzzz: 1"))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(":2: unknown key package_path; did you mean package_paths?"),
            second ->
                assertThat(second)
                    .isEqualTo(":4: unknown key cache_time.serch; did you mean cache_time.search?"),
            third ->
                assertThat(third)
                    .startsWith(":5: unknown key zzzzzzzzzzz; known are address, allow_"));
  }

  @Test
  void saysWhereAKeyWasGivenFirst() throws IOException {
    assertThat(problems("cache_time.search: 1m\ncache_time: {search: 2m}"))
        .singleElement()
        .asString()
        .startsWith(":2: cache_time.search is given again, first at ")
        .endsWith("c.yml:1");
  }

  @Test
  void noticesAKeyGivenAgainWhereTheFirstWasEmptyOrWrong() throws IOException {
    assertThat(problems("address:\naddress: :1"))
        .singleElement()
        .asString()
        .startsWith(":2: address is given again");
    assertThat(problems("address: [a]\naddress: :1"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith(":1: address must be one value"),
            second -> assertThat(second).startsWith(":2: address is given again"));
  }

  @Test
  void saysWhatShapeAValueMustHave() throws IOException {
    assertThat(problems("address: [a]\npackage_paths: {a: b}\ncache_time: 10m"))
        .containsExactly(
            ":1: address must be one value, for example localhost:8080",
            ":2: package_paths must be a list of values, for example /srv/packages",
            ":3: cache_time is a group of keys and has no value itself");
    assertThat(problems("- a"))
        .containsExactly(":1: expected keys with values, for example address: :8080");
    assertThat(problems("? [a]\n: b")).containsExactly(":1: a key must be a text");
  }

  @Test
  void tellsAllBadValuesWithTheirLines() throws IOException {
    assertThat(problems("address: here\ncache_time.search: ten\npublic_url: ftp://a"))
        .containsExactly(
            ":1: address: \"here\" is not a host and a port, for example localhost:8080",
            ":2: cache_time.search: \"ten\" is not a duration, for example 1h30m",
            ":3: public_url: \"ftp://a\" is not an http or https address without user, query and"
                + " fragment, for example https://epr.example.org/registry");
  }

  @Test
  void tellsProblemsOfEveryKindInTheOrderOfLines() throws IOException {
    assertThat(problems("public_url: ftp://a\nnosuch: 1\npublic: a\npackage_paths: b\naddress: x"))
        .extracting(line -> line.substring(0, 3))
        .containsExactly(":1:", ":2:", ":3:", ":5:");
  }

  @Test
  void saysInWhichLineYamlIsBroken() throws IOException {
    assertThat(problems("address: :1\npackage_paths: [a\nb: c: d"))
        .singleElement()
        .asString()
        .matches(":\\d: not valid YAML: .+");
    assertThat(problems("a: \u0001")).singleElement().asString().contains("not valid YAML: ");
  }

  @Test
  void survivesAnchorsThatContainThemselves() throws IOException {
    assertThat(problems("cache_time: &a {search: *a}")).isNotEmpty();
    assertThat(problems("package_paths: &a [*a]")).isNotEmpty();
  }

  @Test
  void neverMakesObjects() throws IOException {
    assertThat(problems("address: !!java.net.URL [http://127.0.0.1/]")).isNotEmpty();
  }

  @Test
  void saysWhoNamedAFileThatIsNotThere() {
    assertThat(Configs.none().variable("PACKHOUSE_CONFIG", "/nowhere/c.yml").problems())
        .containsExactly("PACKHOUSE_CONFIG: there is no file /nowhere/c.yml");
    assertThat(Configs.none().flag(ServeOptions.CONFIG, folder.toString()).problems())
        .singleElement()
        .asString()
        .startsWith("--config: cannot read ");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.yml");
    Files.write(file, "public: größe".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Configs.none().flag(ServeOptions.CONFIG, file.toString()).problems())
        .containsExactly(file + ": not UTF-8");
  }

  private ServerConfig config(String yaml) throws IOException {
    return Configs.none().file(folder.resolve("c.yml"), yaml).config();
  }

  /** Without the name of the file before each. */
  private List<String> problems(String yaml) throws IOException {
    Path file = folder.resolve("c.yml");
    return Configs.none().file(file, yaml).problems().stream()
        .map(line -> line.substring(file.toString().length()))
        .toList();
  }
}
