package dev.packhouse.server.config;

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

  static final Option<List<Path>> PACKAGES =
      Option.of(
          "package_paths",
          "--packages",
          "PACKHOUSE_PACKAGES",
          ValueTypes.FOLDER.list(),
          List.of(),
          "Generate a registry from the packages in this folder and serve it, instead of --public."
              + " May be given several times.");

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

  static final Option<Duration> CACHE_TIME_INDEX =
      cacheTime(
          "index", Duration.ofSeconds(10), "the answer to / and the records of package versions");

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
          PACKAGES,
          ADDRESS,
          PUBLIC_URL,
          CACHE_TIME_INDEX,
          CACHE_TIME_SEARCH,
          CACHE_TIME_CATEGORIES,
          CACHE_TIME_CATCH_ALL,
          ALLOW_UNKNOWN_QUERY_PARAMETERS,
          CONFIG,
          PRINT_CONFIG);

  private ServeOptions() {}

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
