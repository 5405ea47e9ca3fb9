package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
final class RegistryServerIT {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String CONFIGURED =
      """
      response_headers:
        - "X-Frame-Options: DENY"
        - "X-Many: a, b"
        - "X-Many: c"
        - "Access-Control-Allow-Origin: https://example.org"
      """;

  @TempDir Path folder;
  private RegistryServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        RegistryServer.start(
            SampleRegistry.config(Optional.empty()),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            RequestObserver.NONE,
            Tracer.NONE);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /search, 200",
    "GET, /health, 200",
    "GET, /health?ready=true, 200",
    "GET, /search/, 301",
    "GET, /search?all=x, 400",
    "GET, /nosuch, 404",
    "GET, /package/crate/1.0.0/img, 404",
    "GET, /favicon.ico, 200",
    "POST, /search, 405",
    "DELETE, /package/crate/1.0.0/, 405",
    "OPTIONS, /search, 200",
    "HEAD, /search, 200"
  })
  void marksEveryAnswer(String method, String target, int status) throws Exception {
    HttpResponse<byte[]> answer = send(request(target).method(method, body("x")));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
  }

  @ParameterizedTest
  @CsvSource({"/search, 200", "/nosuch, 404", "/search/, 301", "/health, 200"})
  void sendsConfiguredHeadersWithEveryAnswer(String target, int status) throws Exception {
    Path file = Files.writeString(folder.resolve("c.yml"), CONFIGURED);
    RegistryServer other =
        RegistryServer.start(
            TestConfig.of(Map.of("PACKHOUSE_CONFIG", file.toString())),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            RequestObserver.NONE,
            Tracer.NONE);
    try {
      URI uri = URI.create("http://127.0.0.1:" + other.port() + target);
      HttpHeaders headers = send(HttpRequest.newBuilder(uri)).headers();

      assertThat(send(HttpRequest.newBuilder(uri)).statusCode()).isEqualTo(status);
      assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(headers.allValues("X-Many")).containsExactly("a, b", "c");
      assertThat(headers.allValues("Access-Control-Allow-Origin"))
          .containsExactly("https://example.org");
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    } finally {
      other.stop();
    }
  }

  @Test
  void sendsCacheControlOnTwoLines() throws Exception {
    assertThat(send(request("/search")).headers().allValues("Cache-Control"))
        .containsExactly("max-age=600", "public");
    assertThat(send(request("/health")).headers().allValues("Cache-Control")).isEmpty();
  }

  @Test
  void sendsPiecesOneAfterTheOther() throws Exception {
    HttpResponse<byte[]> answer = send(request("/search"));

    assertThat(answer.body()).asString().isEqualTo(String.join("", SampleRegistry.SEARCH_PIECES));
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
  }

  @Test
  void sendsArchivesWholeAndInPart() throws Exception {
    String zip = "/epr/crate/crate-1.0.0.zip";

    assertThat(send(request(zip)).body()).asString().isEqualTo(SampleRegistry.ZIP);
    HttpResponse<byte[]> part = send(request(zip).header("Range", "bytes=100001-"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).asString().isEqualTo(SampleRegistry.ZIP.substring(100_001));
  }

  @Test
  void announcesLengthForHead() throws Exception {
    HttpResponse<byte[]> answer =
        send(request("/epr/crate/crate-1.0.0.zip").method("HEAD", body("")));

    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(200_000);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void sendsNeitherBodyNorLengthWithNotModified() throws Exception {
    String tag = send(request("/search")).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> answer = send(request("/search").header("If-None-Match", tag));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?all=true", "/categories", "/package/crate/1.0.0/"})
  void answersErrorsOfItsOwnWithoutDetails(String target) throws Exception {
    ServerConfig config = SampleRegistry.config(Optional.empty());
    RegistryServer failing =
        RegistryServer.start(
            config,
            ServedRegistry.published(new FailingSearch(1), folder),
            RequestObserver.NONE,
            Tracer.NONE);
    try {
      URI uri = URI.create("http://127.0.0.1:" + failing.port() + target);
      HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri));

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).asString().isEqualTo("internal server error\n");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    } finally {
      failing.stop();
    }
  }

  @Test
  void doesNotListenBeforeSearchWasAnswered() {
    ServerConfig config = SampleRegistry.config(Optional.empty());

    assertThatThrownBy(
            () ->
                RegistryServer.start(
                    config,
                    ServedRegistry.published(new FailingSearch(0), folder),
                    RequestObserver.NONE,
                    Tracer.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot search the registry in ");
  }

  @Test
  void listensOnNoOtherAddressThanTheOneGiven() {
    InetSocketAddress other = new InetSocketAddress("127.0.0.2", server.port());

    assertThatThrownBy(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(other, 2_000);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysWhereItCannotListen() {
    ServerConfig taken = TestConfig.of(Map.of("PACKHOUSE_ADDRESS", "127.0.0.1:" + server.port()));

    assertThatThrownBy(
            () ->
                RegistryServer.start(
                    taken,
                    ServedRegistry.published(new SampleRegistry(folder), folder),
                    RequestObserver.NONE,
                    Tracer.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on 127.0.0.1:" + server.port() + ": ");
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target));
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
