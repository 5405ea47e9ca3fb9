package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.Http2Wire;
import dev.packhouse.server.WireClient;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of clients when a server stops. */
@SuppressWarnings("NullAway.Init")
@Timeout(60)
final class StoppingIT {
  private static final int CLIENTS = 16;
  private static final String LARGE = "/package/crate/1.0.0/large.bin";

  /** Several times what sockets hold. */
  private static final int LARGE_SIZE = 24 << 20;

  @TempDir Path folder;
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private RegistryServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    SlowSearch search = new SlowSearch(new SampleRegistry(folder), entered, released);
    Files.write(folder.resolve("package/crate/1.0.0/large.bin"), new byte[LARGE_SIZE]);
    server =
        RegistryServer.start(
            SampleRegistry.config(Optional.empty()),
            ServedRegistry.published(search, folder),
            RequestObserver.NONE,
            Tracer.NONE);
    address = URI.create("http://127.0.0.1:" + server.port());
  }

  @Test
  void tellsEveryClientToLeaveAndLosesNoRequestOfThose() throws Exception {
    CountDownLatch busy = new CountDownLatch(CLIENTS * 10);
    List<CompletableFuture<Integer>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(inBackground(() -> askUntilToldToLeave(busy)));
    }
    busy.await();
    server.drain();

    assertThat(clients).allSatisfy(client -> assertThat(client.get()).isPositive());
    try (WireClient late = new WireClient(address)) {
      assertThat(late.get("/health").status()).isEqualTo(503);
    }
    server.stop();
  }

  /** How many answers came; the last of them says that it is the last. */
  private int askUntilToldToLeave(CountDownLatch answered) throws IOException {
    String whole = String.join("", SampleRegistry.SEARCH_PIECES);
    try (WireClient client = new WireClient(address)) {
      for (int answers = 1; true; answers++) {
        WireClient.Answer answer = client.get("/search");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo(whole);
        if (answer.first("Connection").equals("close")) {
          return answers;
        }
        answered.countDown();
      }
    }
  }

  @Test
  void answersWhatWasAskedBeforeThePortClosed() throws Exception {
    CompletableFuture<WireClient.Answer> slow =
        inBackground(
            () -> {
              try (WireClient client = new WireClient(address)) {
                return client.get("/search?package=slow");
              }
            });
    entered.await();
    CompletableFuture<Boolean> stopped =
        inBackground(
            () -> {
              server.stop();
              return true;
            });
    while (isOpen()) {
      Thread.onSpinWait();
    }
    assertThat(stopped).isNotDone();

    released.countDown();
    assertThat(slow.get().status()).isEqualTo(200);
    assertThat(slow.get().body()).isNotEmpty();
    assertThat(stopped.get()).isTrue();
  }

  /** They would hold it up for {@code LONGEST_REQUEST}. */
  @Test
  @Timeout(15)
  void waitsForNoClientThatWaitsForNothing() throws Exception {
    try (Socket silent = new Socket(address.getHost(), address.getPort());
        WireClient idle = new WireClient(address)) {
      assertThat(idle.get("/search").status()).isEqualTo(200);

      server.stop();

      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  @Timeout(15)
  void waitsForNoClientThatReadsNothing() throws Exception {
    try (Socket http1 = new Socket(address.getHost(), address.getPort());
        Http2Wire window = new Http2Wire(address.getPort());
        Http2Wire socket = new Http2Wire(address.getPort())) {
      http1
          .getOutputStream()
          .write(("GET " + LARGE + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
      window.get(1, LARGE);
      socket.send(Http2Wire.SETTINGS, 0, 0, new byte[] {0, 4, 0x7f, -1, -1, -1}); // initial window
      socket.widen(0, 1 << 30);
      socket.get(1, LARGE);
      socket.get(3, LARGE);
      assertThat(http1.getInputStream().read()).isEqualTo('H');
      assertThat(window.await(Http2Wire.DATA)).isNotNull();
      assertThat(socket.await(Http2Wire.DATA)).isNotNull();

      server.stop();
    }
  }

  @Test
  @Timeout(15)
  void waitsForNoRequestThatDoesNotGoOn() throws Exception {
    try (Socket half = new Socket(address.getHost(), address.getPort())) {
      half.getOutputStream().write("GET /search HTTP/1.1\r\nHo".getBytes(UTF_8));

      server.stop();
    }
  }

  @Test
  void letsClientsReadToTheEndThatTakeTheirTime() throws Exception {
    try (Socket client = new Socket(address.getHost(), address.getPort())) {
      client.setReceiveBufferSize(64 * 1024);
      client
          .getOutputStream()
          .write(("GET " + LARGE + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
      assertThat(client.getInputStream().read()).isEqualTo('H');
      CompletableFuture<Boolean> stopped =
          inBackground(
              () -> {
                server.stop();
                return true;
              });
      int read = 0;
      // Longer than a client may do nothing.
      for (long end = System.nanoTime() + 7_000_000_000L; System.nanoTime() < end; ) {
        read += client.getInputStream().readNBytes(LARGE_SIZE / 100).length;
        Thread.sleep(100);
      }
      assertThat(stopped).isNotDone();
      read += client.getInputStream().readAllBytes().length;

      assertThat(read).isGreaterThan(LARGE_SIZE);
      assertThat(stopped.get()).isTrue();
    }
  }

  private boolean isOpen() throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (SocketException closed) { // refused, or reset where it closed meanwhile
      return false;
    }
  }

  private static <T> CompletableFuture<T> inBackground(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(action.call());
              } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }
}
