package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.TestConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpenConnectionsTest {
  @Test
  void looksAtConnectionsOnceASecondWhereNoLimitIsShort() {
    assertThat(betweenLooks(Map.of())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void looksTenTimesInTheShortestLimit() {
    assertThat(betweenLooks(Map.of("PACKHOUSE_IDLE_TIME", "3s"))).isEqualTo(Duration.ofMillis(300));
    assertThat(betweenLooks(Map.of("PACKHOUSE_WRITE_TIME", "2s")))
        .isEqualTo(Duration.ofMillis(200));
    assertThat(betweenLooks(Map.of("PACKHOUSE_REQUEST_TIME", "1s")))
        .isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void neverLooksWithoutAPause() {
    assertThat(betweenLooks(Map.of("PACKHOUSE_IDLE_TIME", "1ms"))).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void takesNobodyWhoComesAsTheServerStops() throws IOException {
    OpenConnections connections = connections(Map.of());
    connections.refuseFurther();
    try (SocketChannel late = SocketChannel.open()) {
      assertThatThrownBy(() -> connections.accept(late))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the server stops");
    }
  }

  @Test
  void endsInTheEndAlsoThoseThatNobodyHasBegunToServe() throws IOException {
    OpenConnections connections = connections(Map.of());
    try (ServerSocketChannel port =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel client = SocketChannel.open(port.getLocalAddress())) {
      SocketChannel accepted = port.accept();
      connections.accept(accepted);
      connections.closeAll();

      assertThat(accepted.isOpen()).isFalse();
      assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  private static Duration betweenLooks(Map<String, String> variables) {
    return connections(variables).betweenLooks();
  }

  private static OpenConnections connections(Map<String, String> variables) {
    return new OpenConnections(TestConfig.of(variables).limits(), 1);
  }
}
