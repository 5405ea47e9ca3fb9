package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.ConfigOutcome;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.log.CapturedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry that is not there cannot be served. */
final class RegistryServingTest {
  @TempDir Path nothing;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void logsWhatItDiesOfWhereEveryLineIsJson() throws IOException {
    CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.ECS);

    assertThat(serve(log, false)).isEqualTo(ExitCode.ENVIRONMENT);

    assertThat(out.toString(UTF_8)).isEmpty();
    List<JsonNode> lines = log.lines().stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines)
        .extracting(line -> line.path("message").stringValue())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("PACKHOUSE_PUBLIK: unknown"),
            line -> assertThat(line).startsWith("there is no registry in " + nothing));
    assertThat(lines.getLast().path("log.level").stringValue()).isEqualTo("ERROR");
    assertThat(lines.getLast().has("error.stack_trace")).isFalse();
  }

  @Test
  void tracesWhatItDiesOfWhenAsked() throws IOException {
    CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.LOGSTASH);
    assertThat(serve(log, true)).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(log.lines().getLast()).contains("\"stack_trace\":");
  }

  @Test
  void leavesItToTheCommandWherePeopleRead() {
    CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);
    assertThatThrownBy(() -> serve(log, false)).hasMessageStartingWith("there is no registry in ");
    assertThat(log.lines()).singleElement().asString().endsWith("PACKHOUSE_PUBLIK: unknown");
  }

  private ExitCode serve(CapturedLog log, boolean traces) throws IOException {
    ServerConfig config = TestConfig.of(Map.of("PACKHOUSE_PUBLIC", nothing.toString()));
    ConfigOutcome.Usable settings =
        new ConfigOutcome.Usable(
            config, Optional.empty(), List.of("PACKHOUSE_PUBLIK: unknown"), List.of());
    PrintStream printed = new PrintStream(out, true, UTF_8);
    return new RegistryServing(printed, logging -> log.server(), traces).serve(settings);
  }
}
