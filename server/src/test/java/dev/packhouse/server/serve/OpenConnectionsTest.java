package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.TestConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpenConnectionsTest {
  @Test
  void looksAtConnectionsOnceASecondWhereNoLimitIsShort() {
    assertThat(betweenLooks(Map.of())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void looksTenTimesInTheShortestLimit() {
    assertThat(betweenLooks(Map.of("PACKHOUSE_IDLE_TIME", "3s"))).isEqualTo(Duration.ofMillis(300));
    assertThat(betweenLooks(Map.of("PACKHOUSE_WRITE_TIME", "2s")))
        .isEqualTo(Duration.ofMillis(200));
    assertThat(betweenLooks(Map.of("PACKHOUSE_REQUEST_TIME", "1s")))
        .isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void neverLooksWithoutAPause() {
    assertThat(betweenLooks(Map.of("PACKHOUSE_IDLE_TIME", "1ms"))).isEqualTo(Duration.ofMillis(20));
  }

  private static Duration betweenLooks(Map<String, String> variables) {
    return new OpenConnections(TestConfig.of(variables).limits(), 1).betweenLooks();
  }
}
