package dev.packhouse.server.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.log.CapturedLog;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever clients send, the log has one line for it, and it says what happened. */
final class ForgedLinesTest {
  /** Container engines cut longer lines. */
  private static final int LONGEST_LINE = 16 * 1024;

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Any units at all, with those among them that are known to do harm. */
  @Provide
  Arbitrary<String> sent() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
    Arbitrary<String> harmful =
        Arbitraries.of(
            "\r\n2026-01-02T03:04:05.678Z INFO  packhouse.access: GET / 200",
            "\u001b[2J\u009b2J",
            "\u2028\u2029\u0085\u202e\ufeff",
            "\",\"log.level\":\"INFO\"}\n{\"a\":\"",
            "\ud800",
            "\udc00\ud800",
            "\udb40\udc01",
            "\\",
            "\u0000\u007f",
            "\"",
            " 200 12 B 0.1 ms 10.0.0.8 request ");
    Arbitrary<String> both =
        Arbitraries.oneOf(any, harmful).list().ofMaxSize(4).map(parts -> String.join("", parts));
    Arbitrary<String> long_ =
        both.map(part -> part.repeat(part.isEmpty() ? 0 : 9_000 / part.length()));
    return Arbitraries.oneOf(both, both, both, long_);
  }

  @Property(tries = 500)
  void noRequestForgesALineOfText(
      @ForAll("sent") String path, @ForAll("sent") String query, @ForAll("sent") String agent) {
    String text = logged(LogType.TEXT, path, query, agent);
    assertThat(text).endsWith(" request req-1\n");
    String line = text.substring(0, text.length() - 1);
    assertThat(line.codePoints().noneMatch(ForgedLinesTest::steers)).as(line).isTrue();
    assertThat(text.getBytes(UTF_8).length).isLessThan(LONGEST_LINE);
    // What is quoted reads as one word, and there are as many words as there should be.
    String words = line.replaceAll("\\\\.", "").replaceAll("\"[^\"]*\"", "Q");
    assertThat(words.split(" ", -1)).as(words).hasSize(16);
  }

  @Property(tries = 500)
  void noRequestForgesALineOfEcs(
      @ForAll("sent") String path, @ForAll("sent") String query, @ForAll("sent") String agent) {
    checkJson(LogType.ECS, path, query, agent);
  }

  @Property(tries = 300)
  void noRequestForgesALineOfLogstash(
      @ForAll("sent") String path, @ForAll("sent") String query, @ForAll("sent") String agent) {
    checkJson(LogType.LOGSTASH, path, query, agent);
  }

  private static void checkJson(LogType type, String path, String query, String agent) {
    String text = logged(type, path, query, agent);
    assertThat(text).endsWith("}\n");
    assertThat(text.getBytes(UTF_8).length).isLessThan(LONGEST_LINE);
    String line = text.substring(0, text.length() - 1);
    assertThat(line.codePoints().noneMatch(ForgedLinesTest::steers)).as(line).isTrue();
    JsonNode json = STRICT.readTree(line);
    assertThat(json.path("message").stringValue()).isEqualTo("GET unknown 404");
    assertThat(json.path("http.request.id").stringValue()).isEqualTo("req-1");
    assertThat(json.path("url.path").stringValue().codePoints()).noneMatch(ForgedLinesTest::steers);
    assertThat(json.path("user_agent.original").isString()).isTrue();
  }

  @Example
  void keepsWhatIsPlain() {
    String text = logged(LogType.TEXT, "/p", "q=%22ü%22", "curl/8.5.0");
    assertThat(text)
        .contains("GET \"/p?q=%22ü%22\" 404 unknown_path 1 B 0.000 ms 10.0.0.7 curl/8.5.0");
  }

  @Example
  void keepsTheLongestRequestThatIsKnownAndCutsLongerOnes() {
    assertThat(logged(LogType.TEXT, "/search", "a".repeat(5_020), "x")).doesNotContain("…");
    assertThat(logged(LogType.TEXT, "/search", "é".repeat(5_020), "x")).contains("…");
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String logged(LogType type, String path, String query, String agent) {
    CapturedLog log = new CapturedLog(LogLevel.INFO, type);
    Finished missing =
        new Finished(404, Optional.of("unknown_path"), 1, true, Duration.ZERO, Optional.empty());
    Map<String, String> headers = Map.of("User-Agent", agent, "traceparent", agent);
    Received request =
        new Received(
            "GET",
            "unknown",
            path,
            query,
            "10.0.0.7",
            "req-1",
            name -> Optional.ofNullable(headers.get(name)));
    AccessLogTest.accessLog(log).begin(request).end(missing);
    return log.text();
  }
}
