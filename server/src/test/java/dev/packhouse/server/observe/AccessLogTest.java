package dev.packhouse.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.log.CapturedLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessLogTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "User-Agent", "Kibana \"8.15\"",
          "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  @Test
  void saysInALineWhatBecameOfARequest() {
    CapturedLog log = log(LogLevel.INFO, LogType.TEXT);
    accessLog(log).begin(Requests.search(HEADERS)).end(Requests.FINE);
    assertThat(log.fixed())
        .isEqualTo(
            """
            2026-01-02T03:04:05.678Z INFO  packhouse.access: \
            GET /epr/search?package=crate&all=true 200 1234 B 5.006 ms 10.0.0.7 \
            "Kibana \\"8.15\\"" request req-1 trace 0af7651916cd43dd8448eb211c80319c
            """);
  }

  @Test
  void saysItInTheFieldsOfEcs() {
    CapturedLog log = log(LogLevel.INFO, LogType.ECS);
    accessLog(log).begin(Requests.search(HEADERS)).end(Requests.FINE);
    assertThat(log.fixed())
        .isEqualTo(
            """
            {"@timestamp":"2026-01-02T03:04:05.678Z","log.level": "INFO",\
            "message":"GET /search 200","ecs.version": "1.2.0","service.name":"packhouse",\
            "service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.access",\
            "process.thread.name":"main","log.logger":"packhouse.access",\
            "event.outcome":"success","event.duration":5006789,"http.request.method":"GET",\
            "http.request.id":"req-1","http.route":"/search","url.path":"/epr/search",\
            "url.query":"package=crate&all=true","http.response.status_code":200,\
            "http.response.body.bytes":1234,"source.address":"10.0.0.7","source.ip":"10.0.0.7",\
            "user_agent.original":"Kibana \\"8.15\\"",\
            "trace.id":"0af7651916cd43dd8448eb211c80319c"}
            """);
  }

  @Test
  void saysItToLogstash() {
    CapturedLog log = log(LogLevel.INFO, LogType.LOGSTASH);
    accessLog(log).begin(Requests.search(HEADERS)).end(Requests.FINE);
    assertThat(log.fixed())
        .isEqualTo(
            """
            {"@timestamp":"2026-01-02T03:04:05.678Z","@version":"1",\
            "message":"GET /search 200","logger_name":"packhouse.access","thread_name":"main",\
            "level":"INFO","level_value":20000,\
            "event.outcome":"success","event.duration":5006789,"http.request.method":"GET",\
            "http.request.id":"req-1","http.route":"/search","url.path":"/epr/search",\
            "url.query":"package=crate&all=true","http.response.status_code":200,\
            "http.response.body.bytes":1234,"source.address":"10.0.0.7","source.ip":"10.0.0.7",\
            "user_agent.original":"Kibana \\"8.15\\"",\
            "trace.id":"0af7651916cd43dd8448eb211c80319c",\
            "service.name":"packhouse","service.version":"1.2.3","service.environment":"staging",\
            "service.node.name":"node-1","event.dataset":"packhouse.access"}
            """);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhichErrorAnAnswerIs(LogType type) {
    CapturedLog log = log(LogLevel.INFO, type);
    Finished missing =
        new Finished(404, Optional.of("unknown_file"), 9, true, Duration.ZERO, Optional.empty());
    accessLog(log).begin(Requests.search(Map.of())).end(missing);
    assertThat(log.text())
        .contains(
            type == LogType.TEXT ? " 404 unknown_file 9 B" : "\"error.code\":\"unknown_file\"");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAnAnswerBrokeOff(LogType type) {
    CapturedLog log = log(LogLevel.INFO, type);
    Finished broken =
        new Finished(200, Optional.empty(), 9, false, Duration.ZERO, Optional.empty());
    accessLog(log).begin(Requests.search(Map.of())).end(broken);
    assertThat(log.text()).contains(" 200 broke off");
    if (type != LogType.TEXT) {
      assertThat(log.text())
          .contains("\"event.outcome\":\"failure\"", "\"packhouse.response.complete\":false");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAFailureOnceInALineWithItsRequestAndTheReason(LogType type) {
    CapturedLog log = log(LogLevel.WARN, type);
    accessLog(log).begin(Requests.search(Map.of())).end(failed());
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("ERROR", "no answer to GET /search, request req-1: java.io.IOException: no index")
        .contains(" because of java.lang.IllegalStateException: the disk is gone at dev.packhouse.")
        .doesNotContain("stack_trace");
    if (type != LogType.TEXT) {
      assertThat(log.text())
          .contains("\"error.type\":\"java.io.IOException\"", "\"error.message\":\"no index\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsWhereAFailureComesFromAtLevelDebug(LogType type) {
    CapturedLog log = log(LogLevel.DEBUG, type);
    accessLog(log).begin(Requests.search(Map.of())).end(failed());
    assertThat(log.text())
        .contains("no answer to GET /search, request req-1")
        .contains("at dev.packhouse.server.observe.AccessLogTest.failed");
  }

  private static Finished failed() {
    IOException failure =
        new IOException("no index", new IllegalStateException("the disk is gone"));
    return new Finished(
        500, Optional.of("internal"), 22, true, Duration.ZERO, Optional.of(failure));
  }

  @Test
  void saysNothingOfGoodHealthAndCanBeSwitchedOff() {
    CapturedLog info = log(LogLevel.INFO, LogType.TEXT);
    accessLog(info).begin(Requests.health()).end(Requests.FINE);
    assertThat(info.text()).isEmpty();

    CapturedLog debug = log(LogLevel.DEBUG, LogType.TEXT);
    accessLog(debug).begin(Requests.health()).end(Requests.FINE);
    assertThat(debug.text()).contains(" DEBUG packhouse.access: GET /health 200 ");

    CapturedLog warn = log(LogLevel.WARN, LogType.TEXT);
    accessLog(warn).begin(Requests.search(Map.of())).end(Requests.FINE);
    assertThat(warn.text()).isEmpty();
  }

  private static CapturedLog log(LogLevel level, LogType type) {
    return new CapturedLog(level, type);
  }

  static AccessLog accessLog(CapturedLog log) {
    return new AccessLog(
        log.logger("packhouse.access"),
        log.logger("packhouse.errors"),
        log.server().isForPrograms());
  }
}
