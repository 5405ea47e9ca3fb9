package dev.packhouse.server.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.server.client.HttpRegistry.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            .withMessageStartingWith("cannot ask http://127.0.0.1:");
      }
    }
  }

  @Test
  void asksBelowThePathOfItsAddressAndEscapesWhatIsAskedFor() throws IOException {
    SearchFilters filters =
        SearchFilters.of(Map.of("package", List.of("a&b=c d"))).toOptional().orElseThrow();
    try (ServerSocket server = listening()) {
      Thread.startVirtualThread(
          () -> answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"));
      RegistryAddress below = new RegistryAddress(address(server).text() + "/registry");
      try (HttpRegistry registry = HttpRegistry.at(below, LONG)) {
        assertThat(registry.search(filters)).isEmpty();
      }
    }
    assertThat(filters.rawQuery()).isEqualTo("package=a%26b%3Dc+d");
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

  /** Then it says nothing more until the client has gone. */
  private static void answer(ServerSocket server, String text) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(text.getBytes(US_ASCII));
      client.getOutputStream().flush();
      client.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The client has ended it.
    }
  }
}
