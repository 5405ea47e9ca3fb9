package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.IntakeServer;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The image with the agent that is in it, and a server that takes what the agent sends. */
@NeedsImage
final class TracedIT {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String UNREADABLE = "records/orchard_db/2.0.0.json";

  private static IntakeServer intake;
  private static PackhouseContainer container;

  @BeforeAll
  static void start() throws Exception {
    Path registry = SharedRegistry.ownedBy(TracedIT.class);
    intake = IntakeServer.start(bridge());
    container =
        new PackhouseContainer("-log-type=ecs", "-public=/public")
            .mounting(registry, "/public")
            .withEnv("ELASTIC_APM_SERVER_URL", "http://" + bridge() + ":" + intake.port())
            .withEnv("ELASTIC_APM_API_REQUEST_TIME", "100ms");
    container.start();
    Files.setPosixFilePermissions(
        registry.resolve(UNREADABLE), PosixFilePermissions.fromString("---------"));
  }

  @AfterAll
  static void stop() {
    container.stop();
    intake.close();
  }

  /** Where containers reach this machine. */
  private static String bridge() throws SocketException {
    return NetworkInterface.getByName("docker0")
        .inetAddresses()
        .filter(Inet4Address.class::isInstance)
        .findFirst()
        .orElseThrow()
        .getHostAddress();
  }

  @Test
  void sendsASearchWithItsParentAndSpan() throws Exception {
    get("/search?package=orchard_db");
    JsonNode transaction =
        intake.await("transaction", sent -> sent.path("name").asString().equals("GET /search"));
    JsonNode span =
        intake.await("span", sent -> sent.path("transaction_id").equals(transaction.path("id")));

    assertThat(transaction.path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(transaction.path("result").asString()).isEqualTo("HTTP 2xx");
    assertThat(transaction.path("parent_id").asString()).isEqualTo(PARENT);
    assertThat(span.path("name").asString()).isEqualTo("search packages");
  }

  @Test
  void sendsAFailure() throws Exception {
    assertThat(container.get("/package/orchard_db/2.0.0/").statusCode()).isEqualTo(500);
    JsonNode error = intake.await("error", sent -> true);

    assertThat(error.path("exception").path("type").asString()).contains("AccessDenied");
  }

  @Test
  void logsTheTraceInLinesOfJsonAlone() throws Exception {
    get("/categories");
    Probes.until(() -> container.getLogs().contains("\"url.path\":\"/categories\""));

    assertThat(container.getLogs().lines())
        .allMatch(line -> line.startsWith("{"))
        .filteredOn(line -> line.contains("\"url.path\":\"/categories\""))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"trace.id\":\"" + TRACE + "\""));
  }

  private static void get(String target) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(container.address().resolve(target))
            .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }
}
