package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.wait.strategy.Wait;

/** HTTPS with the variables and mounts of EPR. */
@NeedsImage
final class TlsIT {
  private static final Path FILES = Path.of("src/test/resources/tls");

  private static final PackhouseContainer CONTAINER =
      new PackhouseContainer("serve", "--public", "/public")
          .mounting(SharedRegistry.folder(), "/public")
          .mounting(FILES.resolve("ec.crt"), "/tls/tls.crt")
          .mounting(FILES.resolve("ec.key"), "/tls/tls.key")
          .withEnv("EPR_TLS_CERT", "/tls/tls.crt")
          .withEnv("EPR_TLS_KEY", "/tls/tls.key")
          .withEnv("EPR_TLS_MIN_VERSION", "1.3")
          .waitingFor(Wait.forHttps("/health").allowInsecure());

  @BeforeAll
  static void start() {
    CONTAINER.start();
  }

  @AfterAll
  static void stop() {
    CONTAINER.stop();
  }

  @Test
  void answersWithTls() throws Exception {
    assertThat(CONTAINER.shell("curl -fsk https://localhost:8080/")).contains("service.name");
    assertThat(CONTAINER.getLogs()).contains("https://localhost:8080");
  }

  @Test
  void answersNobodyWhoSpeaksAnOlderVersion() throws Exception {
    assertThat(CONTAINER.shell("curl -sk --tls-max 1.2 https://localhost:8080/ || echo refused"))
        .isEqualTo("refused");
  }

  @Test
  void answersNobodyWithoutTls() throws Exception {
    assertThat(CONTAINER.shell("curl -fs http://localhost:8080/search || echo refused"))
        .isEqualTo("refused");
  }

  @Test
  void speaksHttp2() throws Exception {
    assertThat(
            CONTAINER.shell(
                "curl -fsk -o /dev/null -w '%{http_version}' https://localhost:8080/search"))
        .isEqualTo("2");
  }

  @Test
  void isHealthyByItsOwnCheck() throws Exception {
    assertThat(CONTAINER.shell("/opt/packhouse/healthcheck && echo healthy")).isEqualTo("healthy");
  }
}
