package dev.packhouse.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.HealthCheck;
import dev.packhouse.server.observe.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminSiteTest {
  private static final Metrics METRICS = new Metrics("1", "i");
  private static final BrowserGuard LOOPBACK = new BrowserGuard("127.0.0.1", true);
  private static final Health GOOD = new Health(List.of(new HealthCheck("index", "", () -> {})));

  private static AdminSite site(Health health, AdminPage.Source profiler) {
    return AdminSite.all(health, METRICS, profiler, LOOPBACK);
  }

  private static AdminSite site(Health health) {
    return site(health, request -> AdminAnswer.text(200, "profile"));
  }

  private static AdminRequest request(String method, String path, Map<String, String> headers) {
    return new AdminRequest(method, path, "", name -> Optional.ofNullable(headers.get(name)));
  }

  private static AdminAnswer get(AdminSite site, String path) {
    return site.answer(request("GET", path, Map.of()));
  }

  private static String text(AdminAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.body().writeTo(out);
    return out.toString(UTF_8);
  }

  @Test
  void listsWhatThereIs() throws IOException {
    assertThat(text(get(site(GOOD), "/")).lines().map(line -> line.replaceFirst("[ ?].*", "")))
        .containsExactly("/-/live", "/-/health", "/-/profile", "/-/threads", "/metrics")
        .allSatisfy(path -> assertThat(get(site(GOOD), path).status()).isEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nosuch", "/-/", "/-/live/", "/metrics/x", "//metrics"})
  void knowsNoOtherPath(String path) {
    assertThat(get(site(GOOD), path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
  void takesNoOtherMethod(String method) {
    AdminAnswer answer = site(GOOD).answer(request(method, "/-/profile", Map.of()));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("Allow", "GET");
  }

  @Test
  void showsOnlyMetricsOnTheListenerForThem() throws IOException {
    AdminSite site = AdminSite.metrics(METRICS, LOOPBACK);

    assertThat(text(get(site, "/"))).hasLineCount(1).startsWith("/metrics ");
    assertThat(text(get(site, "/metrics"))).contains("epr_service_info");
    assertThat(get(site, "/-/threads").status()).isEqualTo(404);
  }

  @Test
  void tellsEachCheckWithItsReason() throws IOException {
    HealthCheck broken =
        new HealthCheck(
            "files",
            "cannot be read",
            () -> {
              throw new IOException("a \"quoted\" path");
            });
    Health health = new Health(List.of(new HealthCheck("index", "", () -> {}), broken));

    AdminAnswer answer = get(site(health), "/-/health");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(text(answer))
        .isEqualTo(
            "{\"status\":\"failed\",\"checks\":["
                + "{\"name\":\"process\",\"status\":\"ok\"},{\"name\":\"index\",\"status\":\"ok\"},"
                + "{\"name\":\"files\",\"status\":\"failed\",\"reason\":"
                + "\"files cannot be read: java.io.IOException: a \\\"quoted\\\" path\"}]}");
    assertThat(get(site(GOOD), "/-/health").status()).isEqualTo(200);
  }

  @Test
  void answersAsLongAsTheProcessLivesThoughItIsNotHealthy() {
    Health draining = new Health(List.of());
    draining.drain();

    assertThat(get(site(draining), "/-/live").status()).isEqualTo(200);
    assertThat(get(site(draining), "/-/health").status()).isEqualTo(503);
  }

  @Test
  void saysWhyAndWhatToDoWhereSomethingCannotBeHad() throws IOException {
    AdminSite site =
        site(
            GOOD,
            request -> {
              throw new IOException("mount a folder");
            });

    assertThat(get(site, "/-/profile").status()).isEqualTo(503);
    assertThat(text(get(site, "/-/profile"))).isEqualTo("mount a folder\n");
  }

  @Test
  void keepsBugsToItself() throws IOException {
    AdminSite site =
        site(
            GOOD,
            request -> {
              throw new IllegalStateException("secret detail");
            });

    assertThat(get(site, "/-/profile").status()).isEqualTo(500);
    assertThat(text(get(site, "/-/profile"))).isEqualTo("internal server error\n");
  }

  @Test
  void showsVirtualThreadsAndWhereTheyAre() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread virtual = Thread.ofVirtual().name("harvester").start(() -> await(done));
    while (virtual.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    String dump = text(get(site(GOOD), "/-/threads"));
    done.countDown();

    assertThat(dump).contains("\"harvester\" virtual", "AdminSiteTest.await", "\"main\"");
  }

  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host, localhost:6060, 200",
    "Host, 127.0.0.1:6060, 200",
    "Host, [::1]:6060, 200",
    "Host, 127.0.0.1, 200",
    "Host, evil.example:6060, 403",
    "Host, localhost.evil.example, 403",
    "Host, 1.2.3.4.evil.example, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, none, 200",
    "Sec-Fetch-Site, same-origin, 200"
  })
  void answersNoWebPages(String header, String value, int status) {
    assertThat(site(GOOD).answer(request("GET", "/-/live", Map.of(header, value))).status())
        .isEqualTo(status);
  }

  @Test
  void isReachedUnderAnyNameWhereOthersMayReachIt() {
    AdminSite open = AdminSite.metrics(METRICS, new BrowserGuard("0.0.0.0", false));

    assertThat(
            open.answer(request("GET", "/metrics", Map.of("Host", "packhouse.svc:6060"))).status())
        .isEqualTo(200);
  }
}
