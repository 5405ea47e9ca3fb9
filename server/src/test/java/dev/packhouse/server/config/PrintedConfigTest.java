package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

final class PrintedConfigTest {
  @TempDir Path folder;

  @Test
  void saysWhereEachValueCameFrom() throws IOException {
    Path file = folder.resolve("c.yml");
    String printed =
        Configs.none()
            .file(file, "package_paths: [a, 'b, c']\ncache_time.search: 90s")
            .variable("PACKHOUSE_ADDRESS", ":80")
            .variable("EPR_LOG_LEVEL", "warning")
            .flag(ServeOptions.CACHE_TIME_INDEX, "0")
            .printed();
    assertThat(printed.replace(file.toString(), "c.yml"))
        .isEqualTo(
            """
            public:                               # not used, because c.yml:1: package_paths is given
            public_poll_interval: 2s              # default
            package_paths: [a, 'b, c']            # file c.yml:1
            disable_package_validation: false     # default
            require_package_signatures: false     # default
            package_paths_enable_watcher: false   # default
            package_paths_workers:                # default
            package_paths_registry:               # default
            no_ui: false                          # default
            address: 0.0.0.0:80                   # variable PACKHOUSE_ADDRESS
            public_url:                           # default
            tls_cert:                             # default
            tls_key:                              # default
            tls_min_version:                      # default
            cache_time.index: 0                   # flag --cache-time-index
            cache_time.search: 1m30s              # file c.yml:2
            cache_time.categories: 10m            # default
            cache_time.catch_all: 10m             # default
            allow_unknown_query_parameters: true  # default
            response_headers: []                  # default
            request_time: 30s                     # default
            idle_time: 2m                         # default
            write_time: 1m                        # default
            max_connections: 4000                 # default
            max_request_head: 32k                 # default
            max_request_body: 1M                  # default
            max_answer_memory: 32M                # default
            query_cache: 16M                      # default
            log_level: warn                       # variable EPR_LOG_LEVEL
            log_type: text                        # default
            metrics_address:                      # default
            httpprof:                             # default
            drain_time: 0                         # default
            dry_run: false                        # default
            """);
  }

  @Test
  void canBeUsedAsTheFile() throws IOException {
    Configs configs =
        Configs.none()
            .flag(ServeOptions.PACKAGES, "null", "it's #1", "-a: b")
            .flag(ServeOptions.ADDRESS, "[::1]:0")
            .flag(ServeOptions.PUBLIC_URL, "https://epr.example.org:8443/a")
            .flag(ServeOptions.TLS_CERT, "c.pem")
            .flag(ServeOptions.TLS_KEY, "k.pem")
            .flag(ServeOptions.TLS_MIN_VERSION, "1.3")
            .flag(ServeOptions.PACKAGE_PATHS_WORKERS, "2")
            .flag(ServeOptions.HTTPPROF, ":6060")
            .flag(ServeOptions.RESPONSE_HEADERS, "X-One: a, b", "X-Two: 'c'")
            .flag(ServeOptions.MAX_REQUEST_BODY, "1500")
            .flag(ServeOptions.ALLOW_UNKNOWN_QUERY_PARAMETERS, "0");
    Configs again = Configs.none().file(folder.resolve("c.yml"), configs.printed());
    assertThat(again.config()).isEqualTo(configs.config()).isNotEqualTo(Configs.none().config());
  }

  @Test
  void showsAFileOneCannotSeeWithoutBreakingTheLine() throws IOException {
    Path file = folder.resolve("a\nb: c.yml");
    Configs configs = Configs.none().file(file, "address: :1");
    assertThat(configs.printed()).contains("a?b: c.yml:1\n");
  }

  @Property
  void isReadBackAsTheSameTexts(@ForAll("texts") List<String> texts) {
    assertThat(readBack(texts)).containsExactly(texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "null", "Null", "NULL", "~", "true", "0x10", "1:30", "...", "---", "a:", "a: b"
      })
  void isReadBackWhereYamlMeansSomethingElse(String text) {
    assertThat(readBack(List.of(text))).containsExactly(List.of(text));
  }

  @Provide
  static Arbitrary<List<String>> texts() {
    Arbitrary<String> nasty =
        Arbitraries.of("null", "~", "'", "\"", "\\", ": ", " #", ",", "]", "-");
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .map(Character::toString);
    return Arbitraries.oneOf(nasty, any, Arbitraries.chars().range(' ', '~').map(String::valueOf))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .list()
        .ofMaxSize(3);
  }

  private static List<List<String>> readBack(List<String> texts) {
    String list =
        texts.stream().map(PrintedConfig::quoted).collect(Collectors.joining(", ", "[", "]"));
    Report report = new Report();
    List<Setting> settings =
        new FileTree(Path.of("c.yml"), report)
            .settings(new Yaml().compose(new StringReader("package_paths: " + list)));
    assertThat(report.problems()).isEmpty();
    return settings.stream().map(Setting::texts).toList();
  }

  @Test
  void isAskedForByItsFlag() {
    assertThat(Configs.none().usable().printed()).isEmpty();
    assertThat(Configs.none().flag(ServeOptions.PRINT_CONFIG, "true").usable().printed())
        .isPresent();
  }
}
