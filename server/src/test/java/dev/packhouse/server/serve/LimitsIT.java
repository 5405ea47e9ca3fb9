package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.Http2Wire;
import dev.packhouse.server.TestConfig;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.observe.Finished;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.search.RegistrySearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take too long, or too much. */
@SuppressWarnings("NullAway.Init")
@Timeout(60)
final class LimitsIT {
  private static final String LARGE = "/package/crate/1.0.0/large.bin";
  private static final String GET_LARGE = "GET " + LARGE + " HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String GET_HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

  /** Several times what sockets hold. */
  private static final int LARGE_SIZE = 24 << 20;

  @TempDir Path folder;
  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private SampleRegistry registry;
  private RegistryServer server;

  @BeforeEach
  void makeRegistry() throws IOException {
    registry = new SampleRegistry(folder);
    Files.write(folder.resolve("package/crate/1.0.0/large.bin"), new byte[LARGE_SIZE]);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", GET_HEALTH})
  void endsConnectionsThatAskForNothing(String sent) throws IOException {
    start(Map.of("IDLE_TIME", "300ms"));

    assertThat(readAll(send(sent))).doesNotContain("408");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /search HTTP/1.1\r\nHost: a\r\nX-Long: ",
        "GET /search?x=",
        "POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
      })
  void endsRequestsThatNeverComeToAnEnd(String start) throws IOException {
    start(Map.of("REQUEST_TIME", "500ms"));
    Socket socket = send(start);

    assertThat(writesUntilClosed(socket)).isTrue();
  }

  @Test
  void endsHandshakesOfTlsThatNeverComeToAnEnd() throws IOException {
    startWithTls(Map.of("REQUEST_TIME", "500ms"));
    Socket silent = send("");
    // A record of TLS of 16 kB is announced, and comes byte by byte.
    Socket slow = send("\u0016\u0003\u0001@\0");

    assertThat(readAll(silent)).isEmpty();
    assertThat(writesUntilClosed(slow)).isTrue();
  }

  @Test
  @Timeout(15)
  void doesNotWaitForSilentClientsOfTlsWhenItStops() throws IOException {
    startWithTls(Map.of());
    Socket silent = send("");
    // One thread accepts, so who comes later and is refused by TLS shows that the first is in.
    readAll(send(GET_HEALTH));

    server.stop();

    assertThat(readAll(silent)).isEmpty();
  }

  @Test
  void endsAnswersThatNobodyReads() throws Exception {
    start(Map.of("WRITE_TIME", "300ms"));
    send(GET_LARGE);

    assertThat(finished.take().complete()).isFalse();
  }

  @Test
  void endsAnswersOverHttp2ThatNobodyMakesRoomFor() throws Exception {
    start(Map.of("WRITE_TIME", "300ms"));
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, LARGE);

      assertThat(finished.take().complete()).isFalse();
    }
  }

  @Test
  void endsAnswersOverHttp2AsSoonAsTheClientHasGone() throws Exception {
    start(Map.of());
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, LARGE);
      wire.await(Http2Wire.DATA);
    }

    assertThat(finished.poll(10, TimeUnit.SECONDS)).extracting(Finished::complete).isEqualTo(false);
  }

  @Test
  void endsConnectionsOverHttp2ThatNobodyReads() throws Exception {
    start(Map.of("WRITE_TIME", "300ms"));
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.send(Http2Wire.SETTINGS, 0, 0, new byte[] {0, 4, 0x7f, -1, -1, -1}); // initial window
      wire.widen(0, 1 << 30);
      wire.get(1, LARGE);

      assertThat(finished.take().complete()).isFalse();
    }
  }

  @Test
  void letsAnswersTakeLongerThanAnyPartOfThemMay() throws Exception {
    start(Map.of("WRITE_TIME", "1s", "REQUEST_TIME", "200ms", "IDLE_TIME", "200ms"));
    Socket socket = send(GET_LARGE);
    for (int read = 0; read < LARGE_SIZE - (8 << 20); read += 1 << 20) {
      assertThat(socket.getInputStream().readNBytes(1 << 20)).hasSize(1 << 20);
      assertThat(finished.poll(80, TimeUnit.MILLISECONDS)).isNull();
    }

    readAll(socket);
    assertThat(finished.take().complete()).isTrue();
  }

  @Test
  void makesRoomForConnectionsByEndingTheOneThatIsIdleForLongest() throws IOException {
    start(Map.of("MAX_CONNECTIONS", "2"));
    Socket oldest = send(GET_HEALTH);
    assertThat(answer(oldest)).startsWith("HTTP/1.1 200 ");
    Socket older = send(GET_HEALTH);
    assertThat(answer(older)).startsWith("HTTP/1.1 200 ");
    assertThat(isOpenAfter(older, 500)).isTrue();

    assertThat(answer(send(GET_HEALTH))).startsWith("HTTP/1.1 200 ");
    assertThat(readAll(oldest)).isEmpty();
  }

  /** None of them has been idle for long when the last one comes. */
  @Test
  void makesRoomForConnectionsAlsoWhereManyHaveJustCome() throws IOException {
    start(Map.of("MAX_CONNECTIONS", "8"));
    for (int i = 0; i < 20; i++) {
      send("");
    }

    assertThat(answer(send(GET_HEALTH))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void makesRoomForConnectionsByEndingHandshakesOfTlsThatDoNotGoOn() throws IOException {
    startWithTls(Map.of("MAX_CONNECTIONS", "1"));
    Socket silent = send("");
    send("");

    assertThat(readAll(silent)).isEmpty();
  }

  @Test
  void closesConnectionsThatItHasNoRoomFor() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    start(Map.of("MAX_CONNECTIONS", "1"), new SlowSearch(registry, entered, released));
    Socket busy = send("GET /search?package=slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    entered.await();

    assertThat(readAll(send(GET_HEALTH))).isEmpty();
    released.countDown();
    assertThat(readAll(busy)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesAnswersThatThereIsNoMemoryFor() throws IOException {
    start(Map.of("MAX_ANSWER_MEMORY", "256k"));
    String last = answer(send(GET_LARGE));
    int good = 0;
    while (last.startsWith("HTTP/1.1 200 ") && good < 100) {
      good++;
      last = answer(send(GET_LARGE));
    }

    assertThat(good).isEqualTo(16);
    assertThat(last)
        .startsWith("HTTP/1.1 503 ")
        .contains("Retry-After: 5\r\n")
        .contains("Cache-Control: private, no-store\r\n")
        .endsWith("\r\n\r\ntoo many answers under way\n");
    assertThat(answer(send(GET_HEALTH))).startsWith("HTTP/1.1 200 ");
    assertThat(answer(send(GET_LARGE.replace("GET", "HEAD")))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void hasTheMemoryAgainOnceAnswersHaveEnded() throws Exception {
    start(Map.of("MAX_ANSWER_MEMORY", "16k"));
    Socket first = send(GET_LARGE);
    assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
    assertThat(answer(send(GET_LARGE))).startsWith("HTTP/1.1 503 ");
    finished.take();
    first.setSoLinger(true, 0);
    first.close();
    finished.take();

    assertThat(answer(send(GET_LARGE))).startsWith("HTTP/1.1 200 ");
  }

  private void start(Map<String, String> limits) throws IOException {
    start(limits, registry);
  }

  private void start(Map<String, String> limits, RegistrySearch search) throws IOException {
    Map<String, String> variables = new HashMap<>();
    limits.forEach((name, value) -> variables.put("PACKHOUSE_" + name, value));
    start(TestConfig.of(variables), search);
  }

  private void startWithTls(Map<String, String> limits) throws IOException {
    Map<String, String> variables = new HashMap<>();
    limits.forEach((name, value) -> variables.put("PACKHOUSE_" + name, value));
    variables.put("PACKHOUSE_TLS_CERT", TlsFixture.file("ec.crt").toString());
    variables.put("PACKHOUSE_TLS_KEY", TlsFixture.file("ec.key").toString());
    start(TestConfig.of(variables), registry);
  }

  private void start(ServerConfig config, RegistrySearch search) throws IOException {
    RequestObserver observer = request -> finished::add;
    server =
        RegistryServer.start(
            config, ServedRegistry.published(search, folder), observer, Tracer.NONE);
  }

  private Socket send(String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    sockets.add(socket);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return socket;
  }

  /** What comes first, as much of it as there is. */
  private static String answer(Socket socket) throws IOException {
    byte[] start = new byte[4096];
    int length = socket.getInputStream().read(start);
    return new String(start, 0, Math.max(0, length), ISO_8859_1);
  }

  /** Until the server ends the connection, in whichever way. */
  private static String readAll(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    }
  }

  /** Sends byte after byte and says whether the server ended that. */
  private static boolean writesUntilClosed(Socket socket) throws IOException {
    try {
      for (int i = 0; i < 1_000; i++) {
        socket.getOutputStream().write('x');
        if (!isOpenAfter(socket, 20)) {
          return true;
        }
      }
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Whether the connection is still there, after waiting for something that does not come. */
  private static boolean isOpenAfter(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException pause) {
      return true;
    }
  }
}
