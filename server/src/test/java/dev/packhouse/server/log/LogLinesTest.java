package dev.packhouse.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogLinesTest {
  private static final Finding FINDING =
      new Finding(
          Severity.ERROR,
          "manifest.type.unknown",
          "packages/a/1.0.0/manifest.yml",
          Optional.of(new Place(3, 7)),
          "There is no such type.",
          "Use integration.");

  @Test
  void writesTextForPeople() {
    CapturedLog log = log(LogType.TEXT);
    log.logger("packhouse").callAppenders(event());
    log.server().finding(FINDING);
    assertThat(log.fixed())
        .isEqualTo(
            """
            2026-01-02T03:04:05.678Z WARN  packhouse: the registry is empty
            2026-01-02T03:04:05.678Z ERROR packhouse.packages: \
            packages/a/1.0.0/manifest.yml:3:7: error: There is no such type. Use integration. \
            [manifest.type.unknown]
            """);
  }

  @Test
  void writesTheFieldsOfEcs() {
    CapturedLog log = log(LogType.ECS);
    log.logger("packhouse").callAppenders(event());
    log.server().finding(FINDING);
    assertThat(log.fixed())
        .isEqualTo(
            """
            {"@timestamp":"2026-01-02T03:04:05.678Z","log.level": "WARN",\
            "message":"the registry is empty","ecs.version": "1.2.0","service.name":"packhouse",\
            "service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.server",\
            "process.thread.name":"main","log.logger":"packhouse"}
            {"@timestamp":"2026-01-02T03:04:05.678Z","log.level":"ERROR",\
            "message":"packages/a/1.0.0/manifest.yml:3:7: error: There is no such type. Use\
             integration. [manifest.type.unknown]","ecs.version": "1.2.0",\
            "service.name":"packhouse","service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.server",\
            "process.thread.name":"main","log.logger":"packhouse.packages",\
            "event.code":"manifest.type.unknown","file.path":"packages/a/1.0.0/manifest.yml",\
            "packhouse.finding.line":3,"packhouse.finding.column":7}
            """);
  }

  @Test
  void writesTheFieldsOfLogstash() {
    CapturedLog log = log(LogType.LOGSTASH);
    log.logger("packhouse").callAppenders(event());
    log.server().finding(FINDING);
    assertThat(log.fixed())
        .isEqualTo(
            """
            {"@timestamp":"2026-01-02T03:04:05.678Z","@version":"1",\
            "message":"the registry is empty","logger_name":"packhouse","thread_name":"main",\
            "level":"WARN","level_value":30000,"service.name":"packhouse",\
            "service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.server"}
            {"@timestamp":"2026-01-02T03:04:05.678Z","@version":"1",\
            "message":"packages/a/1.0.0/manifest.yml:3:7: error: There is no such type. Use\
             integration. [manifest.type.unknown]","logger_name":"packhouse.packages",\
            "thread_name":"main","level":"ERROR","level_value":40000,\
            "event.code":"manifest.type.unknown","file.path":"packages/a/1.0.0/manifest.yml",\
            "packhouse.finding.line":3,"packhouse.finding.column":7,"service.name":"packhouse",\
            "service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.server"}
            """);
  }

  /** The other golden lines have their time taken out. */
  private static LoggingEvent event() {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerName("packhouse");
    event.setLevel(Level.WARN);
    event.setMessage("the registry is empty");
    event.setThreadName("main");
    event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    event.setMDCPropertyMap(Map.of());
    return event;
  }

  @Test
  void indentsStackTracesSoThatNoLineOfThemIsAnEvent() {
    CapturedLog log = log(LogType.TEXT);
    log.server()
        .error("broken", Optional.of(new IOException("one\n2026-01-01 INFO fake\u001b[2J")));
    assertThat(log.lines()).hasSizeGreaterThan(5);
    assertThat(log.lines().getFirst()).endsWith(" ERROR packhouse: broken");
    assertThat(log.lines().subList(1, log.lines().size()))
        .allMatch(line -> line.startsWith("    "));
    assertThat(log.text()).contains("\n    2026-01-01 INFO fake\ufffd[2J\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"ECS", "LOGSTASH"})
  void keepsStackTracesInsideOfTheObject(LogType type) {
    CapturedLog log = log(type);
    IOException cause = new IOException("\ud800 \u2028 \u001b[2J \u0085 \u202e");
    log.server().error("broken", Optional.of(new IllegalStateException("why", cause)));
    assertThat(log.lines()).hasSize(1);
    assertThat(log.text().strip().chars()).allMatch(c -> c >= ' ' && c < 0x7f);
    String trace = type == LogType.ECS ? "error.stack_trace" : "stack_trace";
    assertThat(json(log).path(trace).stringValue())
        .contains("IllegalStateException: why", "Caused by: java.io.IOException", "\u2028");
  }

  @ParameterizedTest
  @EnumSource(names = {"ECS", "LOGSTASH"})
  void letsTheTraceOfTheAgentCount(LogType type) {
    CapturedLog log = log(type);
    log.put("trace.id", "agent");
    log.logger("packhouse").atInfo().addKeyValue("trace.id", "client").log("x");
    assertThat(log.text().split("trace.id", -1)).hasSize(2);
    assertThat(json(log).path("trace.id").stringValue()).isEqualTo("agent");
  }

  @Test
  void tellsTheTraceInTextToo() {
    CapturedLog log = log(LogType.TEXT);
    log.logger("packhouse").atInfo().addKeyValue("trace.id", "client").log("x");
    log.put("trace.id", "agent");
    log.logger("packhouse").atInfo().addKeyValue("trace.id", "client").log("y");
    assertThat(log.fixed())
        .isEqualTo(
            """
            2026-01-02T03:04:05.678Z INFO  packhouse: x trace client
            2026-01-02T03:04:05.678Z INFO  packhouse: y trace agent
            """);
  }

  @Test
  void holdsBackWhatOnlyConcernsLibraries() {
    CapturedLog info = log(LogType.TEXT);
    for (String name : List.of("io.helidon.webserver", "org.apache.lucene.index", "java.lang")) {
      info.logger(name).info("hidden");
      info.logger(name).warn("shown");
    }
    assertThat(info.text()).doesNotContain("hidden");
    assertThat(info.lines()).hasSize(3);

    CapturedLog debug = new CapturedLog(LogLevel.DEBUG, LogType.TEXT);
    debug.logger("io.helidon.webserver").debug("shown");
    debug.logger("java.lang.Runtime").debug("hidden");
    assertThat(debug.lines()).hasSize(1).first().asString().endsWith("shown");

    CapturedLog error = new CapturedLog(LogLevel.ERROR, LogType.TEXT);
    error.server().warn("hidden");
    error.logger("io.helidon.webserver").warn("hidden");
    assertThat(error.text()).isEmpty();
  }

  private static CapturedLog log(LogType type) {
    return new CapturedLog(LogLevel.INFO, type);
  }

  private static JsonNode json(CapturedLog log) {
    return JsonMapper.shared().readTree(log.text());
  }
}
