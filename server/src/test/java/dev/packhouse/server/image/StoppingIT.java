package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** From the start of a container to its end, as an orchestrator and its clients see it. */
@NeedsImage
final class StoppingIT {
  private static final int CLIENTS = 8;
  private static final int NO_ANSWER = -1;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static PackhouseContainer draining(String drainTime) {
    return new PackhouseContainer("serve", "--public", "/public")
        .withEnv("PACKHOUSE_DRAIN_TIME", drainTime)
        .mounting(SharedRegistry.folder(), "/public");
  }

  @Test
  void losesNoRequestWhenItIsToldToStopUnderLoad() throws Exception {
    try (PackhouseContainer container = draining("2s");
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      container.start();
      URI address = container.address();
      CountDownLatch underWay = new CountDownLatch(CLIENTS);
      List<Future<List<Integer>>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        answers.add(clients.submit(askWhileHealthy(address, underWay)));
      }
      underWay.await();
      signal(container);
      for (Future<List<Integer>> client : answers) {
        assertThat(client.get(60, TimeUnit.SECONDS)).isNotEmpty().containsOnly(200);
      }
      assertThat(exitCode(container)).isZero();
    }
  }

  /** A balancer that looks at the health before each request sends none after it turned bad. */
  private static Callable<List<Integer>> askWhileHealthy(URI address, CountDownLatch underWay) {
    return () -> {
      List<Integer> statuses = new ArrayList<>();
      statuses.add(status(address.resolve("/search")));
      underWay.countDown();
      while (status(address.resolve("/health")) == 200) {
        statuses.add(status(address.resolve("/search?all=true&prerelease=true")));
      }
      return statuses;
    };
  }

  @Test
  void isHealthyExactlyWhileItGivesGoodAnswers() throws Exception {
    try (PackhouseContainer container = draining("1s")) {
      container.waitingFor(new NoWait());
      container.start();
      URI health = container.address().resolve("/health");
      URI search = container.address().resolve("/search");

      Probes.until(() -> status(health) == 200);
      assertThat(status(search)).isEqualTo(200); // at once: no answer was too early

      signal(container);
      List<Integer> afterwards = Probes.every(10, () -> status(health), NO_ANSWER);
      assertThat(afterwards).contains(503);
      assertThat(afterwards.subList(afterwards.indexOf(503), afterwards.size()))
          .doesNotContain(200);
      assertThat(exitCode(container)).isZero();
    }
  }

  private static void signal(PackhouseContainer container) {
    docker().killContainerCmd(container.getContainerId()).withSignal("TERM").exec();
  }

  private static int exitCode(PackhouseContainer container) {
    return docker()
        .waitContainerCmd(container.getContainerId())
        .start()
        .awaitStatusCode(60, TimeUnit.SECONDS);
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  private static int status(URI uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }
}
