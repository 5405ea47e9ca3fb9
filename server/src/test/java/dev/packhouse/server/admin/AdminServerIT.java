package dev.packhouse.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.WireClient;
import dev.packhouse.server.config.Address;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.Metrics;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdminServerIT {
  private static final Address ANY_PORT = new Address("127.0.0.1", 0);

  private final Metrics metrics = new Metrics("1", "i");

  private static WireClient client(AdminServer server) throws IOException {
    return new WireClient(URI.create("http://127.0.0.1:" + server.port()));
  }

  @Test
  void answersSeveralQuestionsOverOneConnection() throws Exception {
    try (AdminServer server = AdminServer.all(ANY_PORT, new Health(List.of()), metrics);
        WireClient client = client(server)) {
      assertThat(new String(client.get("/-/live").body(), UTF_8)).isEqualTo("live\n");
      assertThat(client.get("/nosuch").status()).isEqualTo(404);
      assertThat(client.get("/-/profile?seconds=0").status()).isEqualTo(400);

      WireClient.Answer health = client.get("/-/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.all("Cache-Control")).containsExactly("no-store");
      assertThat(health.all("X-Content-Type-Options")).containsExactly("nosniff");
    }
  }

  @Test
  void givesMetricsAListenerOfTheirOwn() throws Exception {
    metrics.show("000001", 1);
    try (AdminServer server = AdminServer.metrics(ANY_PORT, metrics);
        WireClient client = client(server)) {
      WireClient.Answer scrape = client.get("/metrics");
      assertThat(scrape.first("Content-Type"))
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(new String(scrape.body(), UTF_8)).contains("epr_number_indexed_packages 1.0\n");
      assertThat(client.get("/-/health").status()).isEqualTo(404);
    }
  }

  @Test
  void saysWhereItCannotListen() throws Exception {
    try (AdminServer server = AdminServer.metrics(ANY_PORT, metrics)) {
      Address taken = new Address("127.0.0.1", server.port());

      assertThatThrownBy(() -> AdminServer.metrics(taken, metrics))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot listen on " + taken + ": Address already in use");
    }
  }
}
