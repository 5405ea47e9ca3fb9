package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptEncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate",
        "GZIP",
        "x-gzip",
        "br, gzip;q=0.5",
        "gzip ; q = 0.001",
        "*",
        "*;q=0.5",
        "identity;q=0, gzip",
        "identity;q=0.5, gzip;q=0.5",
        "deflate;q=0.1, *"
      })
  void admitsGzip(String header) {
    assertThat(AcceptEncoding.admitsGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0.000, *",
        "*;q=0",
        "gzip;q=0.5, identity",
        "gzip;q=x",
        "gzipped",
        "br, deflate;q=1.0"
      })
  void doesNotAdmitGzip(String header) {
    assertThat(AcceptEncoding.admitsGzip(header)).isFalse();
  }
}
