package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileUriTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.yml, a/b.yml",
    "/a/b.yml, file:///a/b.yml",
    "a b/50%.yml, a%20b/50%25.yml",
    "a:b/c.yml, ./a:b/c.yml",
    "a/b:c.yml, a/b:c.yml",
    "a?b#c[d].yml, a%3Fb%23c%5Bd%5D.yml",
    "\u00E4/e\u0301.yml, %C3%A4/e%CC%81.yml",
    "a\uD83D\uDE00.yml, a%F0%9F%98%80.yml",
    "a\u0000b\\c.yml, a%00b%5Cc.yml",
  })
  void escapesWhatNoUriMayHoldAndNothingElse(String path, String uri) {
    assertThat(FileUri.of(path)).isEqualTo(uri);
    assertThat(URI.create(uri)).hasToString(uri);
  }
}
