package dev.packhouse.server.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.server.client.HttpRegistry.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Servers that take their time, or never end. */
final class HttpRegistryTest {
  private static final Limits SHORT = new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), 64);
  private static final Limits LONG = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), 64);
  private static final SearchFilters ALL = SearchFilters.of(Map.of()).toOptional().orElseThrow();

  @Test
  void waitsForNoServerThatSaysNothing() throws IOException {
    assertFails(SHORT, "", "no whole answer within 0 seconds");
  }

  @Test
  void waitsForNoServerThatStopsInTheMiddleOfItsAnswer() throws IOException {
    assertFails(
        SHORT,
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[",
        "no whole answer within 0 seconds");
  }

  @Test
  void takesNoMoreThanAnAnswerMayHave() throws IOException {
    String endless = "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n" + "[".repeat(100);
    try (ServerSocket server = listening()) {
      Thread.startVirtualThread(() -> answer(server, endless));
      try (HttpRegistry registry = HttpRegistry.at(address(server), LONG)) {
        assertThatIOException()
            .isThrownBy(() -> registry.search(ALL))
            .withMessage("cannot ask " + registry.place() + ": body exceeds capacity: 64");
      }
    }
  }

  @Test
  void asksBelowThePathOfItsAddressAndEscapesWhatIsAskedFor() throws IOException {
    SearchFilters filters =
        SearchFilters.of(Map.of("package", List.of("a&b=c d"))).toOptional().orElseThrow();
    CompletableFuture<String> asked = new CompletableFuture<>();
    try (ServerSocket server = listening()) {
      Thread.startVirtualThread(
          () -> answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", asked));
      RegistryAddress below = new RegistryAddress(address(server).text() + "/registry");
      try (HttpRegistry registry = HttpRegistry.at(below, LONG)) {
        assertThat(registry.search(filters)).isEmpty();
      }
    }
    assertThat(asked).isCompletedWithValue("GET /registry/search?package=a%26b%3Dc+d HTTP/1.1");
  }

  private static void assertFails(Limits limits, String said, String reason) throws IOException {
    try (ServerSocket server = listening()) {
      Thread.startVirtualThread(() -> answer(server, said));
      try (HttpRegistry registry = HttpRegistry.at(address(server), limits)) {
        assertThatIOException()
            .isThrownBy(() -> registry.search(ALL))
            .withMessage("cannot ask " + registry.place() + ": " + reason);
      }
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static RegistryAddress address(ServerSocket server) {
    return new RegistryAddress("http://127.0.0.1:" + server.getLocalPort());
  }

  private static void answer(ServerSocket server, String text) {
    answer(server, text, new CompletableFuture<>());
  }

  /**
   * Then it says nothing more until the client has gone.
   *
   * @param asked is given the first line of the request
   */
  private static void answer(ServerSocket server, String text, CompletableFuture<String> asked) {
    try (Socket client = server.accept();
        BufferedReader request =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      asked.complete(request.readLine());
      client.getOutputStream().write(text.getBytes(US_ASCII));
      client.getOutputStream().flush();
      request.transferTo(Writer.nullWriter());
    } catch (IOException gone) {
      // The client has ended it.
    }
  }
}
