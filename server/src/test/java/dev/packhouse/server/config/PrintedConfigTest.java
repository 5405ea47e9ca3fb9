package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrintedConfigTest {
  @TempDir Path folder;

  @Test
  void saysWhereEachValueCameFrom() throws IOException {
    Path file = folder.resolve("c.yml");
    String printed =
        Configs.none()
            .file(file, "package_paths: [a, 'b, c']\ncache_time.search: 90s")
            .variable("PACKHOUSE_ADDRESS", ":80")
            .flag(ServeOptions.CACHE_TIME_INDEX, "0")
            .usable()
            .printed();
    assertThat(printed.replace(file.toString(), "c.yml"))
        .isEqualTo(
            """
            public:                               # not used, because c.yml:1: package_paths is given
            package_paths: [a, 'b, c']            # file c.yml:1
            address: 0.0.0.0:80                   # variable PACKHOUSE_ADDRESS
            public_url:                           # default
            cache_time.index: 0                   # flag --cache-time-index
            cache_time.search: 1m30s              # file c.yml:2
            cache_time.categories: 10m            # default
            cache_time.catch_all: 10m             # default
            allow_unknown_query_parameters: true  # default
            """);
  }

  @Test
  void canBeUsedAsTheFile() throws IOException {
    Configs configs =
        Configs.none()
            .flag(ServeOptions.PACKAGES, "null", "it's #1", "-a: b")
            .flag(ServeOptions.ADDRESS, "[::1]:0")
            .flag(ServeOptions.PUBLIC_URL, "https://epr.example.org:8443/a")
            .flag(ServeOptions.ALLOW_UNKNOWN_QUERY_PARAMETERS, "0");
    Configs again = Configs.none().file(folder.resolve("c.yml"), configs.usable().printed());
    assertThat(again.config()).isEqualTo(configs.config()).isNotEqualTo(Configs.none().config());
  }

  @Test
  void isAskedForByItsFlag() {
    assertThat(Configs.none().usable().printOnly()).isFalse();
    assertThat(Configs.none().flag(ServeOptions.PRINT_CONFIG, "true").usable().printOnly())
        .isTrue();
  }
}
