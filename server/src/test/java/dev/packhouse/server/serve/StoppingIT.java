package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.WireClient;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
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

  @TempDir Path folder;
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private RegistryServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    SlowSearch search = new SlowSearch(new SampleRegistry(folder), entered, released);
    server =
        RegistryServer.start(
            SampleRegistry.config(Optional.empty()),
            search,
            folder,
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

  private boolean isOpen() throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (ConnectException closed) {
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
