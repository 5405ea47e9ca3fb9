package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.server.observe.Finished;
import dev.packhouse.server.observe.Received;
import dev.packhouse.server.observe.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send, byte by byte. */
@SuppressWarnings("NullAway.Init")
final class HostileRequestsIT {
  private static final String HEADERS = "Host: localhost\r\nConnection: close\r\n\r\n";

  /** What the log is told. */
  private record Line(Received request, Finished outcome) {}

  @TempDir Path folder;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private RegistryServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        RegistryServer.start(
            SampleRegistry.config(Optional.empty()),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            request -> outcome -> lines.add(new Line(request, outcome)),
            Tracer.NONE);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /package/crate/1.0.0/%2e%2e/%2e%2e/%2e%2e/secret.txt    | 301
          GET /package/crate/1.0.0/../../../secret.txt                | 301
          GET /package/crate/1.0.0/..%2f..%2f..%2fsecret.txt          | 301
          GET /package/crate/1.0.0/..%5c..%5csecret.txt               | 404
          GET /package/crate/1.0.0/%252e%252e/%252e%252e/secret.txt   | 404
          GET /package/crate/1.0.0//etc/passwd                        | 301
          GET /package/crate/1.0.0/%2fetc%2fpasswd                    | 301
          GET /package/crate/1.0.0/manifest.yml%00                    | 400
          GET /package/crate/1.0.0/%zz                                | 400
          GET /package/crate/1.0.0/%                                  | 400
          GET /package/crate/1.0.0/%ff%fe                             | 404
          GET /package/crate/1.0.0/manifest.yml;x=1                   | 404
          GET /package/crate/1.0.0/<>"{}^`                            | 404
          GET /search?%zz=%zz&;;&=&&&                                 | 200
          GET /search?a=[]<>"{}^`                                     | 200
          GET http://elsewhere/search                                 | 200
          GET search                                                  | 400
          GET *                                                       | 400
          OPTIONS *                                                   | 200
          TRACE /search                                               | 405
          CONNECT host:80                                             | 400
          G(T /search                                                 | 400
          """)
  void answersOrRefusesButNeverFails(String line, int status) throws Exception {
    String answer = exchange(line + " HTTP/1.1\r\n" + HEADERS);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("X-Content-Type-Options: nosniff");
    assertThat(answer).doesNotContain("not a package's file").doesNotContain("root:");
    assertOneLine(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /search\r\n\r\n",
        "GET  /search HTTP/1.1\r\n" + HEADERS,
        "GET /search HTTP/9.9\r\n" + HEADERS,
        "\r\n\r\n",
        "\u0016\u0003\u0001\u0002\r\n\r\n",
        "GET /search HTTP/1.1\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: a\r\nna me: b\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET /search HTTP/1.1\nHost: localhost\n\n",
        "POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
      })
  void refusesWhatIsNoRequest(String request) throws Exception {
    assertThat(exchange(request)).startsWith("HTTP/1.1 400 ").contains("bad request\n");
    assertOneLine(400);
  }

  /** Whoever reads such a request in another way may find a second one in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5\r\nContent-Length: 5\r\n",
        "Content-Length: 5, 6\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: chunked, gzip\r\n",
        "Transfer-Encoding: xchunked\r\n"
      })
  void refusesRequestsOfWhichNobodyKnowsTheEnd(String framing) throws Exception {
    for (String method : List.of("GET", "POST")) {
      String answer = exchange(twoInOne(method, framing));

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close\r\n");
      assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
      assertOneLine(400);
    }
  }

  @Test
  void doesNotReadOnBehindCodingsItDoesNotKnow() throws Exception {
    String answer = exchange(twoInOne("POST", "Transfer-Encoding: gzip, chunked\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 501 ").contains("Connection: close\r\n");
    assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
    assertOneLine(501);
  }

  /** Names of codings are the same in any case: RFC 9112, section 7. */
  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked"})
  void answersBodiesInChunksWithoutReadingThem(String coding) throws Exception {
    String answer = exchange(twoInOne("POST", "Transfer-Encoding: " + coding + "\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Connection: close\r\n");
    assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
    assertOneLine(405);
  }

  /** It was kept in memory until there was none left. */
  @ParameterizedTest
  @ValueSource(strings = {"", "0\r\n"})
  void keepsNoLineOfChunksThatHasNoEnd(String start) throws Exception {
    byte[] endless = "0".repeat(1 << 20).getBytes(ISO_8859_1);
    try (Socket socket = connect()) {
      String head = "GET /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
      socket.getOutputStream().write((head + start).getBytes(ISO_8859_1));
      assertThat(socket.getInputStream().read()).isEqualTo('H');

      assertThatIOException()
          .isThrownBy(
              () -> {
                for (int megabytes = 0; megabytes < 64; megabytes++) {
                  socket.getOutputStream().write(endless);
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: a\r\n"})
  void answersHttp10ThatArrivesByteByByte(String headers) throws Exception {
    try (Socket socket = connect()) {
      socket.setTcpNoDelay(true);
      for (byte b : ("GET /health HTTP/1.0\r\n" + headers + "\r\n").getBytes(ISO_8859_1)) {
        socket.getOutputStream().write(b);
      }

      assertThat(readAll(socket)).startsWith("HTTP/1.1 200 ").contains("Connection: close");
    }
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    String some =
        Stream.of("GET /health", "GET /nosuch", "HEAD /search", "DELETE /search")
            .map(line -> line + " HTTP/1.1\r\nHost: a\r\n\r\n")
            .collect(Collectors.joining());

    String answers = exchange(some.repeat(50) + "GET /health HTTP/1.1\r\n" + HEADERS);

    List<String> statuses =
        Pattern.compile("HTTP/1\\.1 (\\d+) ")
            .matcher(answers)
            .results()
            .map(match -> match.group(1))
            .toList();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      expected.addAll(List.of("200", "404", "200", "405"));
    }
    expected.add("200");
    assertThat(statuses).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "POST, 405"})
  void doesNotAskForABodyThatNobodyReads(String method, int status) throws Exception {
    String answer =
        exchange(
            method
                + " /search HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                + "Expect: 100-continue\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close\r\n");
    assertThat(answer).doesNotContain("HTTP/1.1 100");
    assertOneLine(status);
  }

  @Test
  void doesNotChangeToHttp2WhereHttp1Began() throws Exception {
    String answer =
        exchange(
            String.join(
                "\r\n",
                "GET /search HTTP/1.1",
                "Host: a",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                "",
                "GET /health HTTP/1.1",
                HEADERS));

    assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("HTTP/1.1 101 ");
    assertThat(answer.lastIndexOf("HTTP/1.1 200 ")).isPositive();
  }

  @Test
  void sendsThousandRangesAsOne() throws Exception {
    String ranges =
        IntStream.range(0, 1_000)
            .mapToObj(i -> 2 * i + "-" + 2 * i)
            .collect(Collectors.joining(","));
    String answer =
        exchange(
            "GET /epr/crate/crate-1.0.0.zip HTTP/1.1\r\nRange: bytes=" + ranges + "\r\n" + HEADERS);

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Content-Length: 200000\r\n");
    assertOneLine(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
  void refusesHeadersThatAreTooLongOrTooMany(String version) throws Exception {
    String line = "GET /search " + version + "\r\nHost: a\r\n";

    assertThat(exchange(line + "X-Long: " + "y".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertOneLine(431);
    assertThat(exchange(line + "x: y\r\n".repeat(4_000) + "\r\n")).startsWith("HTTP/1.1 431 ");
    assertOneLine(431);
  }

  @Test
  void logsOneLineForPathsWithLineBreaks() throws Exception {
    exchange(
        "GET /a%0d%0aGET%20/b HTTP/1.1\r\nX-Request-Id: a b\r\nUser-Agent: x\ty\r\n" + HEADERS);

    Line line = lines.poll(10, TimeUnit.SECONDS);
    assertThat(line.request().path()).isEqualTo("/a%0d%0aGET%20/b");
    assertThat(line.request().id()).matches("[0-9a-f]{16}");
    assertThat(lines).isEmpty();
  }

  @Test
  void takesRequestLinesUpToTheLimit() throws IOException {
    String tail = " HTTP/1.1";
    String longest = "GET /search?x=" + "y".repeat(16 * 1024 - 1 - 14 - tail.length()) + tail;

    assertThat(exchange(longest + "\r\n" + HEADERS)).startsWith("HTTP/1.1 200 ");
    assertThat(exchange(longest.replace("=y", "=yy") + "\r\n" + HEADERS))
        .startsWith("HTTP/1.1 414 ")
        .contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void refusesHundredThousandParameters() throws IOException {
    String query = "a=1&".repeat(100_000);

    assertThat(exchange("GET /search?" + query + " HTTP/1.1\r\n" + HEADERS))
        .startsWith("HTTP/1.1 414 ");
  }

  /** Helidon knows methods in any case. */
  @Test
  void takesMethodsInLowerCase() throws IOException {
    assertThat(exchange("get /search HTTP/1.1\r\n" + HEADERS)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Host: localhost\r\n", "Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n"})
  void answersHttp10AndCloses(String headers) throws IOException {
    String answer = exchange("GET /search?all=x HTTP/1.0\r\n" + headers + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    assertThat(answer).endsWith("invalid 'all' query param: 'x'\n");
  }

  @Test
  void survivesClientThatGoesAway() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = "GET /epr/crate/crate-1.0.0.zip HTTP/1.1\r\n" + HEADERS;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.setSoLinger(true, 0); // closing sends a reset
    }
    assertThat(exchange("GET /health HTTP/1.1\r\n" + HEADERS)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void readsNextRequestBehindBodyOfRefusedOne() throws IOException {
    String post = "POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: 30\r\n\r\n";
    String body = "GET /epr HTTP/1.1\r\nHost: a\r\n\r\n".substring(0, 30);

    String answer = exchange(post + body + "GET /health HTTP/1.1\r\n" + HEADERS);

    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("HTTP/1.1 200 ");
    assertThat(answer).doesNotContain("HTTP/1.1 404 ");
  }

  @Test
  void readsNextRequestBehindAnswerWithoutLength() throws IOException {
    String notModified = "GET /search HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n";

    String answers = exchange(notModified + "GET /health HTTP/1.1\r\n" + HEADERS);

    String first = answers.substring(0, answers.indexOf("\r\n\r\n"));
    assertThat(first).startsWith("HTTP/1.1 304 ").doesNotContainIgnoringCase("content-length");
    assertThat(answers.substring(first.length() + 4)).startsWith("HTTP/1.1 200 ");
  }

  /** A request, and behind an empty body in chunks a second one. */
  private static String twoInOne(String method, String framing) {
    return method
        + " /search HTTP/1.1\r\nHost: a\r\n"
        + framing
        + "\r\n0\r\n\r\nGET /hidden HTTP/1.1\r\n"
        + HEADERS;
  }

  private void assertOneLine(int status) throws InterruptedException {
    Line line = lines.poll(10, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    assertThat(line.outcome().status()).isEqualTo(status);
    assertThat(line.request().client()).isEqualTo("127.0.0.1");
    assertThat(lines).isEmpty();
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return readAll(socket);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }
}
