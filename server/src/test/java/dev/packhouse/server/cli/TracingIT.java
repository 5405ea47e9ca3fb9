package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.cli.GenerateCommand;
import dev.packhouse.server.IntakeServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The real agent, in a server of its own process, and what it sends of the requests. */
@SuppressWarnings("NullAway.Init")
final class TracingIT {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String TRACEPARENT = "00-" + TRACE + "-" + PARENT + "-01";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static IntakeServer intake;
  private static ServerProcess server;
  private static URI address;

  @BeforeAll
  static void serve() throws Exception {
    Path packages = folder.resolve("packages");
    PackageFixture.of("crate", "1.0.0").folder(packages);
    PackageFixture.of("locked", "1.0.0").folder(packages);
    Path published = folder.resolve("public");
    new CommandLine(new GenerateCommand(InstantSource.system()))
        .execute("--packages", packages.toString(), "--out", published.toString());
    intake = IntakeServer.start("127.0.0.1");
    server = ServerProcess.start(withoutPowerOverFiles(), environment(), published);
    address = server.address();
    Files.setPosixFilePermissions(
        published.resolve("records/locked/1.0.0.json"),
        PosixFilePermissions.fromString("---------"));
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      assertThat(server.stop()).isZero();
    } finally {
      server.close();
      intake.close();
    }
  }

  @Test
  void namesTransactionsByRouteAndResult() throws Exception {
    get("/package/crate/1.0.0/manifest.yml");
    JsonNode found = transaction("GET /package/{name}/{version}/{path}");

    assertThat(found.path("type").asString()).isEqualTo("request");
    assertThat(found.path("result").asString()).isEqualTo("HTTP 2xx");
    assertThat(found.path("outcome").asString()).isEqualTo("success");
    assertThat(found.path("context").path("tags").path("status_code").asInt()).isEqualTo(200);

    get("/nosuch");
    JsonNode missing = transaction("GET unknown");
    assertThat(missing.path("result").asString()).isEqualTo("HTTP 4xx");
    assertThat(missing.path("outcome").asString()).isEqualTo("success");
    assertThat(missing.path("context").path("tags").path("error_code").asString()).isNotEmpty();
  }

  @Test
  void continuesTheTraceOfTheClient() throws Exception {
    get("/search?package=crate", "traceparent", TRACEPARENT, "tracestate", "es=s:1");
    JsonNode transaction =
        intake.await("transaction", sent -> sent.path("trace_id").asString().equals(TRACE));

    assertThat(transaction.path("name").asString()).isEqualTo("GET /search");
    assertThat(transaction.path("parent_id").asString()).isEqualTo(PARENT);
    JsonNode span = span(transaction, "search packages");
    assertThat(span.path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(span.path("parent_id").asString()).isEqualTo(transaction.path("id").asString());
    assertThat(span.path("type").asString()).isEqualTo("db.lucene.search");
  }

  @Test
  void showsWorkOnFilesWithinTheTransaction() throws Exception {
    get("/epr/crate/crate-1.0.0.zip");
    JsonNode transaction = transaction("GET /epr/{name}/{archive}");
    JsonNode found = span(transaction, "find file");

    assertThat(found.path("type").asString()).isEqualTo("storage.file.find");
    assertThat(span(transaction, "find version").path("parent_id").asString())
        .isEqualTo(found.path("id").asString());
    assertThat(span(transaction, "read and send file").path("type").asString())
        .isEqualTo("storage.file.read");
  }

  @Test
  void sendsWhatWentWrong() throws Exception {
    assertThat(get("/package/locked/1.0.0/")).isEqualTo(500);
    JsonNode error = intake.await("error", sent -> true);
    JsonNode transaction =
        intake.await("transaction", sent -> sent.path("id").equals(error.path("transaction_id")));

    assertThat(error.path("exception").path("type").asString())
        .isEqualTo("java.nio.file.AccessDeniedException");
    assertThat(transaction.path("name").asString()).isEqualTo("GET /package/{name}/{version}/");
    assertThat(transaction.path("result").asString()).isEqualTo("HTTP 5xx");
    assertThat(transaction.path("outcome").asString()).isEqualTo("failure");
  }

  @Test
  void leavesProbesOut() throws Exception {
    get("/health");
    get("/categories");
    transaction("GET /categories");

    assertThat(intake.all("transaction"))
        .noneMatch(sent -> sent.path("name").asString().contains("/health"));
  }

  private static JsonNode transaction(String name) throws InterruptedException {
    return intake.await("transaction", sent -> sent.path("name").asString().equals(name));
  }

  private static JsonNode span(JsonNode transaction, String name) throws InterruptedException {
    return intake.await(
        "span",
        sent ->
            sent.path("transaction_id").equals(transaction.path("id"))
                && sent.path("name").asString().equals(name));
  }

  private static int get(String target, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(target));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** Root may read what nobody may, unless it has given that up. */
  private static List<String> withoutPowerOverFiles() {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        : List.of();
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("ELASTIC_APM_SERVER_URL", "http://127.0.0.1:" + intake.port());
    environment.put("ELASTIC_APM_ENABLE_INSTRUMENTATIONS", "public-api,log-correlation");
    environment.put("ELASTIC_APM_WARMUP_BYTE_BUDDY", "false");
    environment.put("ELASTIC_APM_API_REQUEST_TIME", "100ms");
    environment.put("ELASTIC_APM_METRICS_INTERVAL", "0s");
    return environment;
  }
}
