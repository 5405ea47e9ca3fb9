package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptedPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
        "TEXT/HTML;charset=utf-8;q=0.5, */*",
        "application/json, text/html",
        "application/json;q=0.5, text/html;q=0.6"
      })
  void areWantedByBrowsers(String header) {
    assertThat(AcceptedPages.areWanted(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/json",
        "application/json, text/plain, */*",
        "text/*",
        "text/html;q=0",
        "application/json, text/html;q=0.9",
        ";;;,,text/htmlx"
      })
  void areNotWantedByClients(String header) {
    assertThat(AcceptedPages.areWanted(header)).isFalse();
  }
}
