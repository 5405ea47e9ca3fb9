package dev.packhouse.server.config;

import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of everything that can be set for {@code serve}. Flags, variables, the keys of the
 * file, the help, {@code --print-config} and {@code docs/configuration.md} are all made from it.
 *
 * <p>No variable may be called as one that Kubernetes injects for a service called packhouse, see
 * {@link KubernetesVariables}.
 */
public final class ServeOptions {
  static final Option<Path> PUBLIC =
      Option.of(
          "public",
          "--public",
          "PACKHOUSE_PUBLIC",
          ValueTypes.FOLDER,
          Path.of("public"),
          "Serve this generated registry.");

  static final Option<Duration> PUBLIC_POLL_INTERVAL =
      Option.of(
          "public_poll_interval",
          "--public-poll-interval",
          "PACKHOUSE_PUBLIC_POLL_INTERVAL",
          ValueTypes.DURATION,
          Duration.ofSeconds(2),
          "How long to wait between two looks whether --public has a new generation; 0 never"
              + " looks.");

  static final Option<List<Path>> PACKAGES =
      Option.of(
          "package_paths",
          "--packages",
          "PACKHOUSE_PACKAGES",
          ValueTypes.FOLDER.list(),
          List.of(),
          "Generate a registry from the packages in this folder and serve it, instead of --public."
              + " May be given several times.");

  static final Option<Boolean> DISABLE_PACKAGE_VALIDATION =
      Option.of(
          "disable_package_validation",
          "--disable-package-validation",
          "PACKHOUSE_DISABLE_PACKAGE_VALIDATION",
          ValueTypes.SWITCH,
          false,
          "Let packages of --packages in that have a record: most mistakes keep none out.");

  static final Option<Boolean> REQUIRE_PACKAGE_SIGNATURES =
      Option.of(
          "require_package_signatures",
          "--require-package-signatures",
          "PACKHOUSE_REQUIRE_PACKAGE_SIGNATURES",
          ValueTypes.SWITCH,
          false,
          "Of --packages, let in only zips with a signature beside them, FILE.zip.sig.");

  static final Option<Boolean> PACKAGE_PATHS_ENABLE_WATCHER =
      Option.of(
          "package_paths_enable_watcher",
          "--package-paths-enable-watcher",
          "PACKHOUSE_PACKAGE_PATHS_ENABLE_WATCHER",
          ValueTypes.SWITCH,
          false,
          "Notice packages of --packages that come, change and go.");

  static final Option<Optional<Integer>> PACKAGE_PATHS_WORKERS =
      Option.of(
          "package_paths_workers",
          "--package-paths-workers",
          "PACKHOUSE_PACKAGE_PATHS_WORKERS",
          ValueTypes.NUMBER.optional(),
          Optional.empty(),
          "How many packages of --packages are read at once; without it, one on each core.");

  static final Option<Optional<Path>> PACKAGE_PATHS_REGISTRY =
      Option.of(
          "package_paths_registry",
          "--package-paths-registry",
          "PACKHOUSE_PACKAGE_PATHS_REGISTRY",
          ValueTypes.FOLDER.optional(),
          Optional.empty(),
          "Keep what is generated from --packages in this folder, so that the next start reads only"
              + " what changed. Without it, a temporary folder is used.");

  static final Option<Boolean> NO_UI =
      Option.of(
          "no_ui",
          "--no-ui",
          "PACKHOUSE_NO_UI",
          ValueTypes.SWITCH,
          false,
          "Write no pages for people about --packages: there is no /ui/.");

  static final Option<Address> ADDRESS =
      Option.of(
          "address",
          "--address",
          "PACKHOUSE_ADDRESS",
          ValueTypes.ADDRESS,
          new Address("localhost", 8080),
          "Listen here. Without a host on every interface; port 0 takes a free one.");

  static final Option<Optional<URI>> PUBLIC_URL =
      Option.of(
          "public_url",
          "--public-url",
          "PACKHOUSE_PUBLIC_URL",
          ValueTypes.URL.optional(),
          Optional.empty(),
          "The address that clients use, where it differs. May have a path prefix.");

  static final Option<Optional<Path>> TLS_CERT =
      Option.of(
          "tls_cert",
          "--tls-cert",
          "PACKHOUSE_TLS_CERT",
          ValueTypes.PATH.optional(),
          Optional.empty(),
          "Serve HTTPS with the certificate in this PEM file, and those between it and its root.");

  static final Option<Optional<Path>> TLS_KEY =
      Option.of(
          "tls_key",
          "--tls-key",
          "PACKHOUSE_TLS_KEY",
          ValueTypes.PATH.optional(),
          Optional.empty(),
          "The private key of --tls-cert, a PEM file.");

  static final Option<Optional<TlsVersion>> TLS_MIN_VERSION =
      Option.of(
          "tls_min_version",
          "--tls-min-version",
          "PACKHOUSE_TLS_MIN_VERSION",
          ValueTypes.TLS_VERSION.optional(),
          Optional.empty(),
          "The oldest version of TLS that is spoken, 1.2 or 1.3; without it, 1.2.");

  static final Option<Duration> CACHE_TIME_INDEX =
      cacheTime("index", Duration.ofSeconds(10), "the answer to /, records, changes and feeds");

  static final Option<Duration> CACHE_TIME_SEARCH =
      cacheTime("search", Duration.ofMinutes(10), "answers to /search");

  static final Option<Duration> CACHE_TIME_CATEGORIES =
      cacheTime("categories", Duration.ofMinutes(10), "answers to /categories");

  static final Option<Duration> CACHE_TIME_CATCH_ALL =
      cacheTime("catch_all", Duration.ofMinutes(10), "files and archives");

  static final Option<Boolean> ALLOW_UNKNOWN_QUERY_PARAMETERS =
      Option.of(
          "allow_unknown_query_parameters",
          "--allow-unknown-query-parameters",
          "PACKHOUSE_ALLOW_UNKNOWN_QUERY_PARAMETERS",
          ValueTypes.SWITCH,
          true,
          "Ignore query parameters that nobody knows; otherwise they are answered with 400.");

  static final Option<List<ResponseHeader>> RESPONSE_HEADERS =
      new Option<>(
          Optional.of("response_headers"),
          "--response-header",
          Optional.empty(), // headers hold what would be between them
          ValueTypes.RESPONSE_HEADER.list(),
          List.of(),
          "Send this header, \"Name: value\", with every answer. May be given several times.");

  static final Option<Duration> REQUEST_TIME =
      timeLimit(
          "request_time",
          Duration.ofSeconds(30),
          "How long a client may take to agree on TLS, and to send a request.");

  static final Option<Duration> IDLE_TIME =
      timeLimit(
          "idle_time", Duration.ofMinutes(2), "How long a connection may wait for a request.");

  static final Option<Duration> WRITE_TIME =
      timeLimit(
          "write_time",
          Duration.ofMinutes(1),
          "How long a client may take for each part of an answer, of 128k at most.");

  static final Option<Integer> MAX_CONNECTIONS =
      Option.of(
          "max_connections",
          "--max-connections",
          "PACKHOUSE_MAX_CONNECTIONS",
          ValueTypes.NUMBER,
          4_000,
          "Most connections at a time, never more than half of the files that may be open. A new"
              + " one takes the place of the one that has been idle for longest.");

  static final Option<Long> MAX_REQUEST_HEAD =
      sizeLimit(
          "max_request_head",
          32L << 10,
          "The largest head of a request: half of it for the first line, half for the headers.");

  static final Option<Long> MAX_REQUEST_BODY =
      sizeLimit("max_request_body", 1L << 20, "The largest body of a request; none is read.");

  static final Option<Long> MAX_ANSWER_MEMORY =
      sizeLimit(
          "max_answer_memory",
          32L << 20,
          "Memory for answers under way; above it clients are answered with 503.");

  static final Option<Long> QUERY_CACHE =
      Option.of(
          "query_cache",
          "--query-cache",
          "PACKHOUSE_QUERY_CACHE",
          ValueTypes.SIZE_OR_NONE,
          16L << 20,
          "Memory for answers that were given, and their compressed forms, to be given again; 0"
              + " keeps none.");

  static final Option<LogLevel> LOG_LEVEL =
      Option.of(
          "log_level",
          "--log-level",
          "PACKHOUSE_LOG_LEVEL",
          ValueTypes.LOG_LEVEL,
          LogLevel.INFO,
          "The least important lines that are logged: debug, info, warn or error.");

  static final Option<LogType> LOG_TYPE =
      Option.of(
          "log_type",
          "--log-type",
          "PACKHOUSE_LOG_TYPE",
          ValueTypes.LOG_TYPE,
          LogType.TEXT,
          "How lines are logged: text for people, ecs or logstash as JSON.");

  static final Option<Optional<Address>> METRICS_ADDRESS =
      Option.of(
          "metrics_address",
          "--metrics-address",
          "PACKHOUSE_METRICS_ADDRESS",
          ValueTypes.ADDRESS.optional(),
          Optional.empty(),
          "Listen here for Prometheus, too. Without a host on every interface.");

  static final Option<Optional<Address>> HTTPPROF =
      Option.of(
          "httpprof",
          "--httpprof",
          "PACKHOUSE_HTTPPROF",
          ValueTypes.PRIVATE_ADDRESS.optional(),
          Optional.empty(),
          "Listen here for profiles, threads, health and metrics, too. Without a host on this"
              + " machine alone.");

  static final Option<Duration> DRAIN_TIME =
      Option.of(
          "drain_time",
          "--drain-time",
          "PACKHOUSE_DRAIN_TIME",
          ValueTypes.DURATION,
          Duration.ZERO,
          "How long /health says no before the server stops taking requests, once it was told to"
              + " stop.");

  static final Option<Boolean> DRY_RUN =
      Option.of(
          "dry_run",
          "--dry-run",
          "PACKHOUSE_DRY_RUN",
          ValueTypes.SWITCH,
          false,
          "Read and check everything, serve and keep nothing, and end.");

  static final Option<Optional<Path>> CONFIG =
      new Option<>(
          Optional.empty(),
          "--config",
          Optional.of("PACKHOUSE_CONFIG"),
          ValueTypes.PATH.optional(),
          Optional.empty(),
          "Read settings from this YAML file.");

  static final Option<Boolean> PRINT_CONFIG =
      new Option<>(
          Optional.empty(),
          "--print-config",
          Optional.empty(),
          ValueTypes.SWITCH,
          false,
          "Print each value and where it came from, and end.");

  /** In the order in which people should read them. */
  public static final List<Option<?>> ALL =
      List.of(
          PUBLIC,
          PUBLIC_POLL_INTERVAL,
          PACKAGES,
          DISABLE_PACKAGE_VALIDATION,
          REQUIRE_PACKAGE_SIGNATURES,
          PACKAGE_PATHS_ENABLE_WATCHER,
          PACKAGE_PATHS_WORKERS,
          PACKAGE_PATHS_REGISTRY,
          NO_UI,
          ADDRESS,
          PUBLIC_URL,
          TLS_CERT,
          TLS_KEY,
          TLS_MIN_VERSION,
          CACHE_TIME_INDEX,
          CACHE_TIME_SEARCH,
          CACHE_TIME_CATEGORIES,
          CACHE_TIME_CATCH_ALL,
          ALLOW_UNKNOWN_QUERY_PARAMETERS,
          RESPONSE_HEADERS,
          REQUEST_TIME,
          IDLE_TIME,
          WRITE_TIME,
          MAX_CONNECTIONS,
          MAX_REQUEST_HEAD,
          MAX_REQUEST_BODY,
          MAX_ANSWER_MEMORY,
          QUERY_CACHE,
          LOG_LEVEL,
          LOG_TYPE,
          METRICS_ADDRESS,
          HTTPPROF,
          DRAIN_TIME,
          DRY_RUN,
          CONFIG,
          PRINT_CONFIG);

  private ServeOptions() {}

  private static Option<Duration> timeLimit(String key, Duration time, String description) {
    return Option.of(key, flag(key), variable(key), ValueTypes.TIME_LIMIT, time, description);
  }

  private static Option<Long> sizeLimit(String key, long bytes, String description) {
    return Option.of(key, flag(key), variable(key), ValueTypes.SIZE, bytes, description);
  }

  private static String flag(String key) {
    return "--" + key.replace('_', '-');
  }

  private static String variable(String key) {
    return "PACKHOUSE_" + key.toUpperCase(Locale.ROOT);
  }

  private static Option<Duration> cacheTime(String name, Duration time, String what) {
    return Option.of(
        "cache_time." + name,
        "--cache-time-" + name.replace('_', '-'),
        "PACKHOUSE_CACHE_TIME_" + name.toUpperCase(Locale.ROOT),
        ValueTypes.DURATION,
        time,
        "How long clients and proxies may keep " + what + ".");
  }
}
