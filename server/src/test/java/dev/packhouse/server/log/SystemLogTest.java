package dev.packhouse.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.Test;

final class SystemLogTest {
  @Test
  void isWhatTheJdkFinds() {
    assertThat(System.getLogger("x").getName()).isEqualTo("x");
    assertThat(System.LoggerFinder.getLoggerFinder()).isInstanceOf(SystemLogFinder.class);
  }

  /** {@code System.exit} asks at this level in each command, and nothing may be loaded for that. */
  @Test
  void saysNothingLittleBeforeThereIsALog() {
    assertThat(new SystemLog("java.lang.Runtime").isLoggable(Level.DEBUG)).isFalse();
    assertThat(new SystemLog("x").isLoggable(Level.WARNING)).isTrue();
    assertThat(new SystemLog("x").isLoggable(Level.OFF)).isFalse();
  }

  @Test
  void fillsInWhatIsGivenAndLeavesBracesAlone() {
    CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);
    System.Logger logger = new LogbackLogger(log.logger("io.helidon.x"));
    logger.log(Level.WARNING, "{0} of {1}", 1, 2);
    logger.log(Level.WARNING, "{} {0}");
    logger.log(Level.ERROR, "{}", new IOException("why"));
    logger.log(Level.INFO, "hidden");
    assertThat(log.text())
        .contains("io.helidon.x: 1 of 2\n", "io.helidon.x: {} {0}\n", "io.helidon.x: {}\n", "why")
        .doesNotContain("hidden");
  }
}
