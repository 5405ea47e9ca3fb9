package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.server.config.ServerConfig.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ServeOptionsTest {
  @Test
  void keepsEveryNameAndDefault() {
    assertThat(ServeOptions.ALL.stream().map(ServeOptionsTest::names))
        .containsExactly(
            "public --public PACKHOUSE_PUBLIC = public",
            "public_poll_interval --public-poll-interval PACKHOUSE_PUBLIC_POLL_INTERVAL = 2s",
            "package_paths --packages PACKHOUSE_PACKAGES = ",
            "disable_package_validation --disable-package-validation"
                + " PACKHOUSE_DISABLE_PACKAGE_VALIDATION = false",
            "require_package_signatures --require-package-signatures"
                + " PACKHOUSE_REQUIRE_PACKAGE_SIGNATURES = false",
            "package_paths_enable_watcher --package-paths-enable-watcher"
                + " PACKHOUSE_PACKAGE_PATHS_ENABLE_WATCHER = false",
            "package_paths_workers --package-paths-workers PACKHOUSE_PACKAGE_PATHS_WORKERS = ",
            "package_paths_registry --package-paths-registry"
                + " PACKHOUSE_PACKAGE_PATHS_REGISTRY = ",
            "no_ui --no-ui PACKHOUSE_NO_UI = false",
            "address --address PACKHOUSE_ADDRESS = localhost:8080",
            "public_url --public-url PACKHOUSE_PUBLIC_URL = ",
            "tls_cert --tls-cert PACKHOUSE_TLS_CERT = ",
            "tls_key --tls-key PACKHOUSE_TLS_KEY = ",
            "tls_min_version --tls-min-version PACKHOUSE_TLS_MIN_VERSION = ",
            "cache_time.index --cache-time-index PACKHOUSE_CACHE_TIME_INDEX = 10s",
            "cache_time.search --cache-time-search PACKHOUSE_CACHE_TIME_SEARCH = 10m",
            "cache_time.categories --cache-time-categories PACKHOUSE_CACHE_TIME_CATEGORIES = 10m",
            "cache_time.catch_all --cache-time-catch-all PACKHOUSE_CACHE_TIME_CATCH_ALL = 10m",
            "allow_unknown_query_parameters --allow-unknown-query-parameters"
                + " PACKHOUSE_ALLOW_UNKNOWN_QUERY_PARAMETERS = true",
            "response_headers --response-header - = ",
            "request_time --request-time PACKHOUSE_REQUEST_TIME = 30s",
            "idle_time --idle-time PACKHOUSE_IDLE_TIME = 2m",
            "write_time --write-time PACKHOUSE_WRITE_TIME = 1m",
            "max_connections --max-connections PACKHOUSE_MAX_CONNECTIONS = 4000",
            "max_request_head --max-request-head PACKHOUSE_MAX_REQUEST_HEAD = 32k",
            "max_request_body --max-request-body PACKHOUSE_MAX_REQUEST_BODY = 1M",
            "max_answer_memory --max-answer-memory PACKHOUSE_MAX_ANSWER_MEMORY = 32M",
            "query_cache --query-cache PACKHOUSE_QUERY_CACHE = 16M",
            "log_level --log-level PACKHOUSE_LOG_LEVEL = info",
            "log_type --log-type PACKHOUSE_LOG_TYPE = text",
            "metrics_address --metrics-address PACKHOUSE_METRICS_ADDRESS = ",
            "httpprof --httpprof PACKHOUSE_HTTPPROF = ",
            "drain_time --drain-time PACKHOUSE_DRAIN_TIME = 0",
            "dry_run --dry-run PACKHOUSE_DRY_RUN = false",
            "- --config PACKHOUSE_CONFIG = ",
            "- --print-config - = false");
  }

  @Test
  void servesPublicWhereNothingIsGiven() {
    assertThat(Configs.none().config())
        .isEqualTo(
            new ServerConfig(
                new Source.Published(Path.of("public"), Duration.ofSeconds(2)),
                new Address("localhost", 8080),
                Optional.empty(),
                new ServerConfig.CacheTimes(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10)),
                true,
                Optional.empty(),
                List.of(),
                new ServerConfig.Limits(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(1),
                    4_000,
                    32 << 10,
                    1 << 20,
                    32 << 20),
                16L << 20,
                new ServerConfig.Logging(ServerConfig.LogLevel.INFO, ServerConfig.LogType.TEXT),
                new ServerConfig.Admin(Optional.empty(), Optional.empty()),
                Duration.ZERO,
                false));
  }

  @Test
  void takesEveryOptionFromAFlag() {
    assertThat(
            Configs.none()
                .flag(ServeOptions.PACKAGES, "a", "b")
                .flag(ServeOptions.ADDRESS, "[::1]:0")
                .flag(ServeOptions.PUBLIC_URL, "https://epr.example.org/prefix/")
                .flag(ServeOptions.CACHE_TIME_INDEX, "1s")
                .flag(ServeOptions.CACHE_TIME_SEARCH, "2m")
                .flag(ServeOptions.CACHE_TIME_CATEGORIES, "3h")
                .flag(ServeOptions.CACHE_TIME_CATCH_ALL, "0")
                .flag(ServeOptions.ALLOW_UNKNOWN_QUERY_PARAMETERS, "false")
                .flag(ServeOptions.DISABLE_PACKAGE_VALIDATION, "true")
                .flag(ServeOptions.REQUIRE_PACKAGE_SIGNATURES, "true")
                .flag(ServeOptions.PACKAGE_PATHS_ENABLE_WATCHER, "true")
                .flag(ServeOptions.PACKAGE_PATHS_WORKERS, "3")
                .flag(ServeOptions.PACKAGE_PATHS_REGISTRY, "r")
                .flag(ServeOptions.NO_UI, "true")
                .flag(ServeOptions.TLS_CERT, "c.pem")
                .flag(ServeOptions.TLS_KEY, "k.pem")
                .flag(ServeOptions.TLS_MIN_VERSION, "1.3")
                .flag(ServeOptions.RESPONSE_HEADERS, "A: b", "C:d e")
                .flag(ServeOptions.REQUEST_TIME, "1s")
                .flag(ServeOptions.IDLE_TIME, "2s")
                .flag(ServeOptions.WRITE_TIME, "3s")
                .flag(ServeOptions.MAX_CONNECTIONS, "4")
                .flag(ServeOptions.MAX_REQUEST_HEAD, "5k")
                .flag(ServeOptions.MAX_REQUEST_BODY, "6")
                .flag(ServeOptions.MAX_ANSWER_MEMORY, "7G")
                .flag(ServeOptions.QUERY_CACHE, "0")
                .flag(ServeOptions.LOG_LEVEL, "error")
                .flag(ServeOptions.LOG_TYPE, "ecs")
                .flag(ServeOptions.METRICS_ADDRESS, ":9000")
                .flag(ServeOptions.HTTPPROF, ":6060")
                .flag(ServeOptions.DRAIN_TIME, "5s")
                .flag(ServeOptions.DRY_RUN, "true")
                .config())
        .isEqualTo(
            new ServerConfig(
                new Source.Packages(
                    List.of(Path.of("a"), Path.of("b")),
                    false,
                    true,
                    Optional.of(3),
                    Optional.of(Path.of("r")),
                    true,
                    false),
                new Address("::1", 0),
                Optional.of(URI.create("https://epr.example.org/prefix")),
                new ServerConfig.CacheTimes(
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(2),
                    Duration.ofHours(3),
                    Duration.ZERO),
                false,
                Optional.of(
                    new ServerConfig.Tls(
                        Path.of("c.pem"), Path.of("k.pem"), ServerConfig.TlsVersion.TLS_1_3)),
                List.of(new ResponseHeader("A", "b"), new ResponseHeader("C", "d e")),
                new ServerConfig.Limits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    4,
                    5 << 10,
                    6,
                    7L << 30),
                0,
                new ServerConfig.Logging(ServerConfig.LogLevel.ERROR, ServerConfig.LogType.ECS),
                new ServerConfig.Admin(
                    Optional.of(new Address("localhost", 6060)),
                    Optional.of(new Address("0.0.0.0", 9000))),
                Duration.ofSeconds(5),
                true));
  }

  @Test
  void readsTheTextOfEachDefaultAsTheDefault() {
    assertThat(ServeOptions.ALL).allSatisfy(ServeOptionsTest::assertDefaultIsReadBack);
  }

  @Test
  void hasAnExampleThatEachOptionTakes() {
    assertThat(ServeOptions.ALL)
        .allSatisfy(o -> assertThat(o.type().parse(List.of(o.type().example()))).isPresent());
  }

  @Test
  void hasNoVariableThatKubernetesInjects() {
    assertThat(ServeOptions.ALL.stream().flatMap(option -> option.variable().stream()))
        .hasSizeGreaterThan(5)
        .noneMatch(KubernetesVariables::include);
  }

  @Test
  void isTheTableInTheDocumentation() throws IOException {
    String table =
        ServeOptions.ALL.stream().map(ServeOptionsTest::row).collect(Collectors.joining());
    Golden.assertPart(
        Path.of("../docs/configuration.md"),
        "<!-- options: written by ServeOptionsTest -->",
        "<!-- end of options -->",
        "| flag | variable | key in the file | default | |\n|---|---|---|---|---|\n" + table);
  }

  private static String names(Option<?> option) {
    return "%s %s %s = %s"
        .formatted(
            option.key().orElse("-"),
            option.flag(),
            option.variable().orElse("-"),
            option.defaultText());
  }

  private static <T> void assertDefaultIsReadBack(Option<T> option) {
    assertThat(option.type().parse(option.type().texts(option.defaultValue())))
        .contains(option.defaultValue());
  }

  private static String row(Option<?> option) {
    return Stream.of(
            "`" + option.flag() + " " + option.type().label() + "`",
            option.variable().map(ServeOptionsTest::code).orElse(""),
            option.key().map(ServeOptionsTest::code).orElse(""),
            option.defaultText().isEmpty() ? "" : code(option.defaultText()),
            option.description())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
