package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same answers over HTTP/2 as over HTTP/1. */
@SuppressWarnings("NullAway.Init")
final class Http2IT {
  private static final String ZIP = "/epr/crate/crate-1.0.0.zip";

  /** Of one connection, or different for each answer. */
  private static final Set<String> NOT_COMPARED = Set.of("connection", "date", "x-request-id");

  @TempDir Path folder;
  private RegistryServer server;
  private HttpClient http1;
  private HttpClient http2;

  @BeforeEach
  void start() throws Exception {
    server =
        RegistryServer.start(
            TlsFixture.config(TlsFixture.tls("ec.crt", "ec.key")),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            RequestObserver.NONE,
            Tracer.NONE);
    http1 = client(HttpClient.Version.HTTP_1_1);
    http2 = client(HttpClient.Version.HTTP_2);
  }

  @AfterEach
  void stop() {
    http1.close();
    http2.close();
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /search, 200, Accept, */*",
    "GET, /search, 200, Accept-Encoding, gzip",
    "GET, /search, 304, If-None-Match, *",
    "GET, /search, 200, TE, trailers",
    "HEAD, /search, 200, Accept, */*",
    "GET, /categories, 200, Accept, */*",
    "GET, /health?ready=true, 200, Accept, */*",
    "GET, /search/, 301, Accept, */*",
    "GET, /search?all=x, 400, Accept, */*",
    "GET, /nosuch, 404, Accept, */*",
    "GET, /package/crate/1.0.0/, 200, Accept, */*",
    "GET, /package/crate/1.0.0/manifest.yml%00, 400, Accept, */*",
    "GET, /package/crate/1.0.0/img, 404, Accept, */*",
    "GET, /package/crate/1.0.0/empty, 200, Accept, */*",
    "GET, " + ZIP + ", 200, Accept, */*",
    "HEAD, " + ZIP + ", 200, Accept, */*",
    "GET, " + ZIP + ", 206, Range, bytes=100001-",
    "GET, " + ZIP + ", 206, Range, 'bytes=0-9,20-29'",
    "GET, " + ZIP + ", 416, Range, bytes=900000-",
    "GET, " + ZIP + ", 304, If-None-Match, *",
    "POST, /search, 405, Accept, */*",
    "OPTIONS, /search, 200, Accept, */*",
  })
  void answersAsOverHttp1(String method, String target, int status, String name, String value)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(target))
            .method(method, method.equals("POST") ? BodyPublishers.ofString("x") : noBody())
            .header(name, value)
            .build();
    HttpResponse<byte[]> older = http1.send(request, BodyHandlers.ofByteArray());
    HttpResponse<byte[]> newer = http2.send(request, BodyHandlers.ofByteArray());

    assertThat(newer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(newer.statusCode()).isEqualTo(status).isEqualTo(older.statusCode());
    assertThat(newer.body()).isEqualTo(older.body());
    assertThat(headers(newer)).isEqualTo(headers(older));
  }

  @Test
  void sendsLargeFilesOnManyStreamsAtOnce() throws Exception {
    byte[] large = new byte[8 << 20];
    new Random(1).nextBytes(large);
    Files.write(folder.resolve("package/crate/1.0.0/large.bin"), large);
    HttpRequest request = HttpRequest.newBuilder(uri("/package/crate/1.0.0/large.bin")).build();

    List<CompletableFuture<HttpResponse<byte[]>>> answers =
        IntStream.range(0, 12)
            .mapToObj(i -> http2.sendAsync(request, BodyHandlers.ofByteArray()))
            .toList();

    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertThat(answer.join().body()).isEqualTo(large);
    }
  }

  private HttpClient client(HttpClient.Version version) throws Exception {
    return HttpClient.newBuilder().sslContext(TlsFixture.client("ec.crt")).version(version).build();
  }

  private URI uri(String target) {
    return URI.create("https://localhost:" + server.port() + target);
  }

  private static HttpRequest.BodyPublisher noBody() {
    return BodyPublishers.noBody();
  }

  /** HTTP/2 sends several lines of one name as one: RFC 9110, section 5.3. */
  private static Map<String, String> headers(HttpResponse<?> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !NOT_COMPARED.contains(name)) {
                headers.put(name, String.join(", ", values));
              }
            });
    return headers;
  }
}
