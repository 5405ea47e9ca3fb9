package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.EprSetting.Fate;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EprReaderTest {
  @TempDir Path folder;

  @Test
  void takesVariablesOfEprAfterOursAndBeforeTheFile() throws IOException {
    Configs configs = Configs.none().file(folder.resolve("c.yml"), "address: :1");
    assertThat(configs.variable("EPR_ADDRESS", ":2").config().address().port()).isEqualTo(2);
    assertThat(configs.variable("PACKHOUSE_ADDRESS", ":3").config().address().port()).isEqualTo(3);
    assertThat(configs.flag(ServeOptions.ADDRESS, ":4").config().address().port()).isEqualTo(4);
  }

  @Test
  void honoursWhatTheTableSaysIsHonoured() {
    assertThat(EprSettings.ALL)
        .filteredOn(setting -> setting.fate() instanceof Fate.Honoured)
        .allSatisfy(
            setting ->
                // Each takes a text that is none of its kind as its own.
                assertThat(Configs.none().variable(setting.variable(), "\0").problems())
                    .isNotEmpty()
                    .allMatch(problem -> problem.startsWith(setting.variable() + ": ")));
  }

  @Test
  void takesTheFileThatEprIsToldToTake() throws IOException {
    Path file = folder.resolve("c.yml");
    Configs.none().file(file, "address: :1");
    assertThat(Configs.none().variable("EPR_CONFIG", file.toString()).config().address().port())
        .isEqualTo(1);
  }

  @Test
  void countsEmptyVariablesAsNotSet() {
    Configs configs = Configs.none();
    EprSettings.ALL.forEach(setting -> configs.variable(setting.variable(), ""));
    assertThat(configs.usable()).isEqualTo(Configs.none().usable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPR_FEATURE_PROXY_MODE",
        "EPR_FEATURE_STORAGE_INDEXER",
        "EPR_FEATURE_SQL_STORAGE_INDEXER",
        "EPR_EMULATOR_INDEX_PATH"
      })
  void refusesToServeLessThanWhatIsAskedFor(String variable) {
    assertThat(Configs.none().variable(variable, "1").problems())
        .singleElement()
        .asString()
        .startsWith(variable + ": Packhouse ")
        .endsWith(
            ", so most packages would be missing; leave it out, and mount packages or a generated"
                + " registry");
  }

  @Test
  void saysNothingAboutWhatIsSwitchedOff() {
    assertThat(
            Configs.none()
                .variable("EPR_FEATURE_PROXY_MODE", "false")
                .variable("EPR_FEATURE_STORAGE_INDEXER", "0")
                .variable("EPR_FEATURE_INCREMENTAL_UPDATES", "F")
                .flag("--feature-sql-storage-indexer", "false")
                .usable())
        .isEqualTo(Configs.none().usable());
  }

  @Test
  void believesTheFlagBeforeTheVariable() {
    Configs configs = Configs.none().variable("EPR_FEATURE_PROXY_MODE", "true");
    assertThat(configs.flag("--feature-proxy-mode", "false").usable().notes()).isEmpty();
    assertThat(configs.flag("--feature-proxy-mode", "true").problems())
        .singleElement()
        .asString()
        .startsWith("--feature-proxy-mode: ");
  }

  @Test
  void refusesSwitchesThatAreNeitherOnNorOff() {
    assertThat(
            Configs.none()
                .variable("EPR_FEATURE_PROXY_MODE", "yes")
                .variable("EPR_PROXY_ALLOW_INSECURE", "no")
                .problems())
        .containsExactly(
            "EPR_FEATURE_PROXY_MODE: \"yes\" is not a boolean, for example false",
            "EPR_PROXY_ALLOW_INSECURE: \"no\" is not a boolean, for example false");
  }

  @Test
  void notesWhatHasNoEffect() {
    ConfigOutcome.Usable outcome =
        Configs.none()
            .variable("EPR_PROXY_TO", "https://epr.example.org")
            .variable("EPR_SQL_INDEXER_SEARCH_CACHE_SIZE", "100")
            .flag("--storage-endpoint", "https://storage.example.org")
            .usable();
    assertThat(outcome.config()).isEqualTo(Configs.none().config());
    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.notes())
        .containsExactly(
            "EPR_PROXY_TO has no effect: there is no proxy mode that would use it",
            "--storage-endpoint has no effect: no Package Storage is read",
            "EPR_SQL_INDEXER_SEARCH_CACHE_SIZE has no effect: there is no SQL index, and nothing to"
                + " tune in it");
  }

  @Test
  void warnsOfAVariableThatEprDoesNotHaveEither() {
    assertThat(
            Configs.none()
                .variable("EPR_ADRESS", ":1")
                .variable("EPR_SOMETHING_QUITE_ELSE", "x")
                .usable()
                .warnings())
        .containsExactly(
            "EPR_ADRESS: EPR has no such variable, so it has no effect;"
                + " did you mean EPR_ADDRESS?",
            "EPR_SOMETHING_QUITE_ELSE: EPR has no such variable, so it has no effect");
  }

  @Test
  void looksOverWhatKubernetesInjectsForAServiceCalledEpr() {
    Configs configs = Configs.none();
    List.of(
            "EPR_SERVICE_HOST",
            "EPR_SERVICE_PORT",
            "EPR_SERVICE_PORT_HTTP",
            "EPR_PORT",
            "EPR_PORT_8080_TCP",
            "EPR_PORT_8080_TCP_ADDR",
            "EPR_STAGING_SERVICE_HOST")
        .forEach(name -> configs.variable(name, "tcp://10.0.0.11:8080"));
    assertThat(configs.usable()).isEqualTo(Configs.none().usable());
  }

  @ParameterizedTest
  @CsvSource({
    "debug, DEBUG",
    "INFO, INFO",
    "Warn, WARN",
    "warning, WARN",
    "error, ERROR",
    "dpanic, ERROR",
    "PANIC, ERROR",
    "fatal, ERROR"
  })
  void takesTheLevelsThatEprTakes(String text, LogLevel level) {
    assertThat(Configs.none().variable("EPR_LOG_LEVEL", text).config().logging().level())
        .isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"ecs, ECS", "dev, TEXT", "text, TEXT", "logstash, LOGSTASH"})
  void takesTheTypesOfLogsThatEprTakesAndMore(String text, LogType type) {
    assertThat(Configs.none().variable("EPR_LOG_TYPE", text).config().logging().type())
        .isEqualTo(type);
  }
}
