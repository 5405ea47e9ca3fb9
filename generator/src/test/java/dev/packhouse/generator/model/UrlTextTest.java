package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlTextTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/x/pull/12, github.com, 12",
    "https://github.com/acme/x/pull/12/, github.com, 12",
    "https://github.com/acme/x/pull/12?a=b#c, github.com, 12",
    "https://user@github.com:8443/acme/%31%32, github.com:8443, 12",
    "//github.com/acme, github.com, acme",
    "https://[::1]:80/a, [::1]:80, a",
    "https://example.org, example.org, ''",
  })
  void readsHostAndLastPartOfThePath(String text, String host, String last) {
    assertThat(UrlText.parse(text).toOptional())
        .hasValueSatisfying(
            url -> {
              assertThat(url.host()).isEqualTo(host);
              assertThat(url.lastSegment()).isEqualTo(last);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#12", "none", "a/b:c", "mailto:a b", "/a b", "///a", "*", "?a:b", "12", "é"})
  void takesMostTextsForAddressesWithoutHost(String text) {
    assertThat(UrlText.parse(text).toOptional())
        .hasValueSatisfying(url -> assertThat(url.host()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":a",
        "1:2",
        "a b:c",
        "a\nb",
        "/%zz",
        "/%1",
        "/a#%",
        "https://a b/",
        "https://a:b/",
        "https://a%41/",
        "https://a:1:2/",
        "https://a[b]/",
        "https://[::1%en0]/",
        "https://[a]b]/",
        "https://[::1/",
        "https://[::1]a/",
        "https://a b@c/",
      })
  void rejectsWhatIsNoAddress(String text) {
    assertThat(UrlText.parse(text)).isInstanceOf(ParseResult.Rejected.class);
  }

  @Test
  void readsALongAddressInTimeThatGrowsWithItsLength() {
    String path = "/".repeat(200_000) + "a";

    assertThat(UrlText.parse("https://a" + path).toOptional())
        .hasValueSatisfying(url -> assertThat(url.lastSegment()).isEqualTo("a"));
  }
}
