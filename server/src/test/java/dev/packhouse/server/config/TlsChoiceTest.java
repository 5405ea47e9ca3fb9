package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.ServerConfig.Tls;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsChoiceTest {
  @TempDir Path folder;

  @Test
  void servesHttpsWithACertificateAndItsKey() {
    Configs configs =
        Configs.none().variable("EPR_TLS_CERT", "c.pem").variable("PACKHOUSE_TLS_KEY", "k.pem");
    assertThat(configs.config().tls())
        .contains(new Tls(Path.of("c.pem"), Path.of("k.pem"), TlsVersion.TLS_1_2));
    assertThat(configs.variable("EPR_TLS_MIN_VERSION", "1.3").config().tls().orElseThrow())
        .returns(TlsVersion.TLS_1_3, Tls::minimum);
  }

  @Test
  void servesHttpWhereNothingIsGiven() throws IOException {
    assertThat(Configs.none().config().tls()).isEmpty();
    assertThat(
            Configs.none()
                .file(folder.resolve("c.yml"), "tls_cert:\ntls_key:\ntls_min_version:\n")
                .config()
                .tls())
        .isEmpty();
  }

  @Test
  void refusesOneOfCertificateAndKeyAlone() {
    assertThat(Configs.none().variable("EPR_TLS_CERT", "c.pem").problems())
        .containsExactly(
            "EPR_TLS_CERT: HTTPS needs a certificate and its key: give --tls-key, too");
    assertThat(Configs.none().flag(ServeOptions.TLS_KEY, "k.pem").problems())
        .containsExactly("--tls-key: HTTPS needs a certificate and its key: give --tls-cert, too");
  }

  @Test
  void refusesAMinimumWithoutHttps() {
    assertThat(Configs.none().variable("EPR_TLS_MIN_VERSION", "1.2").problems())
        .containsExactly(
            "EPR_TLS_MIN_VERSION: there is no HTTPS without --tls-cert and --tls-key: give them,"
                + " too");
  }

  @Test
  void takesTheOldestVersionThatIsSpokenForOneThatIsNot() {
    ConfigOutcome.Usable outcome =
        Configs.none()
            .variable("EPR_TLS_CERT", "c.pem")
            .variable("EPR_TLS_KEY", "k.pem")
            .variable("EPR_TLS_MIN_VERSION", "1.1")
            .usable();
    assertThat(outcome.config().tls().orElseThrow().minimum()).isEqualTo(TlsVersion.TLS_1_2);
    assertThat(outcome.warnings())
        .containsExactly(
            "EPR_TLS_MIN_VERSION: TLS 1.1 is broken, and Java does not speak it; the minimum is"
                + " 1.2");
  }

  @Test
  void refusesVersionsThatNobodyKnows() {
    assertThat(
            Configs.none()
                .flag(ServeOptions.TLS_CERT, "c.pem")
                .flag(ServeOptions.TLS_KEY, "k.pem")
                .flag(ServeOptions.TLS_MIN_VERSION, "1.0")
                .problems())
        .containsExactly(
            "--tls-min-version: \"1.0\" is not one of 1.1, 1.2 and 1.3, for example 1.2");
  }
}
