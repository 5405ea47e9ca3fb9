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
            "package_paths --packages PACKHOUSE_PACKAGES = ",
            "address --address PACKHOUSE_ADDRESS = localhost:8080",
            "public_url --public-url PACKHOUSE_PUBLIC_URL = ",
            "cache_time.index --cache-time-index PACKHOUSE_CACHE_TIME_INDEX = 10s",
            "cache_time.search --cache-time-search PACKHOUSE_CACHE_TIME_SEARCH = 10m",
            "cache_time.categories --cache-time-categories PACKHOUSE_CACHE_TIME_CATEGORIES = 10m",
            "cache_time.catch_all --cache-time-catch-all PACKHOUSE_CACHE_TIME_CATCH_ALL = 10m",
            "allow_unknown_query_parameters --allow-unknown-query-parameters"
                + " PACKHOUSE_ALLOW_UNKNOWN_QUERY_PARAMETERS = true",
            "- --config PACKHOUSE_CONFIG = ",
            "- --print-config - = false");
  }

  @Test
  void servesPublicWhereNothingIsGiven() {
    assertThat(Configs.none().config())
        .isEqualTo(
            new ServerConfig(
                new Source.Published(Path.of("public")),
                new Address("localhost", 8080),
                Optional.empty(),
                new ServerConfig.CacheTimes(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10)),
                true,
                Optional.empty(),
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
                .config())
        .isEqualTo(
            new ServerConfig(
                new Source.Packages(List.of(Path.of("a"), Path.of("b"))),
                new Address("::1", 0),
                Optional.of(URI.create("https://epr.example.org/prefix")),
                new ServerConfig.CacheTimes(
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(2),
                    Duration.ofHours(3),
                    Duration.ZERO),
                false,
                Optional.empty(),
                new ServerConfig.Logging(ServerConfig.LogLevel.INFO, ServerConfig.LogType.TEXT),
                new ServerConfig.Admin(Optional.empty(), Optional.empty()),
                Duration.ZERO,
                false));
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
