package dev.packhouse.generator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTest {
  @Test
  void escapesAllThatMeansSomethingInAddresses() {
    assertThat(Link.path("a/b c?d#e%\"<é:")).isEqualTo("a/b%20c%3Fd%23e%25%22%3C%C3%A9%3A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//example.org", "ftp://x", "https://", "http://a b"})
  void takesOnlyAddressesOnTheWeb(String text) {
    assertThat(Link.web(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "docs, ../img/a.png?raw=true, img/a.png",
    "docs, a.md#part, docs/a.md",
    "docs, /img/./a.png, img/a.png",
    "'', img//a.png, img/a.png"
  })
  void resolvesAddressesWithinThePackage(String folder, String address, String path) {
    assertThat(PackageFolder.resolve(folder, address)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "..", "/..", ".", ""})
  void resolvesNothingOutsideOfIt(String address) {
    assertThat(PackageFolder.resolve("docs", address).filter(path -> !path.equals("docs")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9940, 9.9 kB",
    "9960, 10 kB",
    "1234567, 1.2 MB",
    "999600, 1.0 MB"
  })
  void writesSizesForPeople(long bytes, String text) {
    assertThat(ByteSize.of(bytes)).isEqualTo(text);
  }
}
