package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.server.config.EprSetting.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EprSettingsTest {
  @Test
  void hasEveryFlagOfEpr() {
    assertThat(EprSettings.ALL.stream().flatMap(setting -> setting.flag().stream()))
        .containsExactlyInAnyOrder(
            "--address",
            "--allow-unknown-query-parameters",
            "--config",
            "--disable-package-validation",
            "--dry-run",
            "--feature-enable-categories-cache",
            "--feature-enable-search-cache",
            "--feature-incremental-updates",
            "--feature-proxy-mode",
            "--feature-sql-storage-indexer",
            "--feature-storage-indexer",
            "--httpprof",
            "--log-level",
            "--log-type",
            "--metrics-address",
            "--package-paths-enable-watcher",
            "--package-paths-workers",
            "--proxy-allow-insecure",
            "--proxy-to",
            "--require-package-signatures",
            "--storage-endpoint",
            "--storage-indexer-bucket-internal",
            "--storage-indexer-watch-interval",
            "--tls-cert",
            "--tls-key",
            "--tls-min-version",
            "--version");
  }

  @Test
  void namesVariablesAsEprDoesAndNoneTwice() {
    assertThat(EprSettings.ALL.stream().map(EprSetting::variable))
        .doesNotHaveDuplicates()
        .contains(
            "EPR_TLS_MIN_VERSION",
            "EPR_REQUIRE_PACKAGE_SIGNATURES",
            "EPR_EMULATOR_INDEX_PATH",
            "EPR_SQL_INDEXER_DATABASE_FOLDER_PATH",
            "EPR_SQL_INDEXER_DB_INSERT_BATCH_SIZE",
            "EPR_SQL_INDEXER_READ_PACKAGES_BATCH_SIZE",
            "EPR_SQL_INDEXER_SEARCH_CACHE_TTL",
            "ELASTIC_APM_SERVER_URL")
        .noneMatch(KubernetesVariables::include);
  }

  @Test
  void honoursOnlyWhatIsAnOptionOfTheSameName() {
    Set<Option<?>> options = Set.copyOf(ServeOptions.ALL);
    assertThat(EprSettings.ALL)
        .filteredOn(setting -> setting.fate() instanceof Fate.Honoured)
        .hasSizeGreaterThan(12)
        .allSatisfy(
            setting -> {
              Option<?> option = ((Fate.Honoured) setting.fate()).option();
              assertThat(options).contains(option);
              assertThat(setting.flag()).contains(option.flag());
              assertThat(option.variable())
                  .contains(setting.variable().replace("EPR_", "PACKHOUSE_"));
            });
  }

  @Test
  void isTheTableInTheDocumentation() throws IOException {
    String table = EprSettings.ALL.stream().map(EprSettingsTest::row).collect(Collectors.joining());
    Golden.assertPart(
        Path.of("../docs/deploy/epr-settings.md"),
        "<!-- settings: written by EprSettingsTest -->",
        "<!-- end of settings -->",
        "| flag | variable | key in the file | here |\n|---|---|---|---|\n" + table);
  }

  private static String row(EprSetting setting) {
    return Stream.of(
            setting.flag().map(flag -> code(flag.substring(1))).orElse(""),
            code(setting.variable()),
            setting.key().map(EprSettingsTest::code).orElse(""),
            fate(setting.fate()))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String fate(Fate fate) {
    return switch (fate) {
      case Fate.Honoured(Option<?> option, String remark) ->
          ("Honoured, as " + code(option.flag()) + ". " + remark).strip();
      case Fate.Unused(String reason) -> "Without effect: " + reason + ".";
      case Fate.Refused(String reason) -> "**Refused**: " + reason + ".";
      case Fate.Elsewhere(String what) -> what;
    };
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
