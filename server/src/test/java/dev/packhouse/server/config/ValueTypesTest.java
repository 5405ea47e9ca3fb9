package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTypesTest {
  @ParameterizedTest
  @CsvSource({
    "localhost:8080, localhost, 8080",
    "0.0.0.0:80, 0.0.0.0, 80",
    ":8080, 0.0.0.0, 8080",
    "[::1]:0, ::1, 0",
    "[fe80::1%eth0]:65535, fe80::1%eth0, 65535"
  })
  void takesAddresses(String text, String host, int port) {
    assertThat(Address.parse(text)).contains(new Address(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "8080", "localhost", "a:b", "::1:80", "a:65536", "http://a:1", "a b:1"})
  void refusesWhatIsNoAddress(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://epr.example.org, http://epr.example.org",
    "https://epr.example.org:8443/a/b/, https://epr.example.org:8443/a/b",
    "http://[::1]:8080/, http://[::1]:8080"
  })
  void takesUrlsAndCutsTheSlashAtTheirEnd(String text, URI url) {
    assertThat(ValueTypes.URL.parse(List.of(text))).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "epr.example.org",
        "/registry",
        "ftp://a/",
        "http://",
        "http://u@a/",
        "http://a/?q",
        "http://a/#f",
        "http://a b/"
      })
  void refusesWhatIsNoUrlOfARegistry(String text) {
    assertThat(ValueTypes.URL.parse(List.of(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "t, true", "TRUE, true", "0, false", "F, false", "False, false"})
  void takesBooleansAsGoDoes(String text, boolean value) {
    assertThat(ValueTypes.SWITCH.parse(List.of(text))).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "tRUE", "2"})
  void refusesOtherBooleans(String text) {
    assertThat(ValueTypes.SWITCH.parse(List.of(text))).isEmpty();
  }

  @Test
  void refusesBlankPathsAndThoseWithNul() {
    assertThat(ValueTypes.FOLDER.parse(List.of(" "))).isEmpty();
    assertThat(ValueTypes.FOLDER.parse(List.of("a\0b"))).isEmpty();
    assertThat(ValueTypes.FOLDER.list().parse(List.of("a", ""))).isEmpty();
  }
}
