package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.server.WireClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real signals to real processes. */
@SuppressWarnings("NullAway.Init")
@Timeout(120)
final class StopSignalIT {
  private static final int CLIENTS = 12;

  @TempDir static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            List.of(Path.of("../packages")),
            folder.resolve("public"),
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);
  }

  /** A process, and where it says that it listens. */
  private record Server(Process process, BufferedReader out, BufferedReader err)
      implements AutoCloseable {
    static Server start(Duration drainTime, boolean admin, String... options) throws IOException {
      Process process = ServingProcess.start(folder.resolve("public"), drainTime, admin, options);
      return new Server(process, process.inputReader(), process.errorReader());
    }

    URI nextAddress() throws IOException {
      String line = out.readLine();
      assertThat(line).contains("http://");
      return URI.create(line.substring(line.indexOf("http://")));
    }

    /** As an orchestrator does; {@code Process.destroy} would close the output, too. */
    void terminate() {
      process.toHandle().destroy();
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      out.close();
      err.close();
    }
  }

  private static int status(URI server, String target) throws IOException {
    try (WireClient client = new WireClient(server)) {
      return client.get(target).status();
    }
  }

  @Test
  void losesNoRequestUnderLoad() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Server server = Server.start(Duration.ofSeconds(2), false)) {
      URI address = server.nextAddress();
      CountDownLatch busy = new CountDownLatch(CLIENTS * 10);
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> askUntilToldToLeave(address, busy)));
      }
      Future<List<Integer>> probes = threads.submit(() -> probe(address));
      assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();
      server.terminate();

      assertThat(clients).allSatisfy(client -> assertThat(client.get()).isPositive());
      assertThat(server.process().waitFor()).isZero();
      assertThat(server.err().lines()).isEmpty();
      assertThat(probes.get()).startsWith(200).endsWith(503).isSorted();
    }
  }

  private static int askUntilToldToLeave(URI server, CountDownLatch answered) throws IOException {
    try (WireClient client = new WireClient(server)) {
      for (int answers = 1; true; answers++) {
        WireClient.Answer answer = client.get("/search?prerelease=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.first("Content-Length")).isEqualTo("" + answer.body().length);
        if (answer.first("Connection").equals("close")) {
          return answers;
        }
        answered.countDown();
      }
    }
  }

  /** What {@code /health} says every 10 ms until nobody listens. */
  private static List<Integer> probe(URI server) throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    while (true) {
      try (WireClient client = new WireClient(server)) {
        WireClient.Answer answer = client.get("/health");
        // A machine that is busy with other tests may take too long for a check.
        if (!new String(answer.body(), UTF_8).contains("gives no answer")) {
          statuses.add(answer.status());
        }
      } catch (ConnectException closed) {
        return statuses;
      } catch (IOException cut) {
        // As the port closes, whoever comes is cut: but was told to go elsewhere before.
        assertThat(statuses).endsWith(503);
      }
      Thread.sleep(10);
    }
  }

  @Test
  void showsWhatItDoesWhileItDrainsAndEndsAtOnceWithASecondSignal() throws Exception {
    try (Server server = Server.start(Duration.ofHours(1), true)) {
      URI admin = server.nextAddress();
      URI address = server.nextAddress();
      assertThat(status(admin, "/-/health")).isEqualTo(200);
      server.terminate();
      while (status(address, "/health") == 200) {
        Thread.sleep(10);
      }
      assertThat(status(address, "/search")).isEqualTo(200);
      assertThat(status(admin, "/-/live")).isEqualTo(200);
      assertThat(status(admin, "/-/health")).isEqualTo(503);

      server.terminate();
      assertThat(server.process().waitFor()).isEqualTo(143);
    }
  }

  @Test
  void loadsNothingOfWhatNobodyAskedFor() throws Exception {
    assertThat(classesLoaded(false))
        .anyMatch(line -> line.contains("dev.packhouse.server.cli.Administration "))
        .noneMatch(StopSignalIT::isOfAdministration);
    assertThat(classesLoaded(true)).anyMatch(StopSignalIT::isOfAdministration);
  }

  private static boolean isOfAdministration(String line) {
    return line.contains("io.prometheus.")
        || line.contains("dev.packhouse.server.admin.")
        || line.contains("AdminListeners");
  }

  private static List<String> classesLoaded(boolean admin) throws Exception {
    Path log = folder.resolve("classes-" + admin);
    try (Server server =
        Server.start(Duration.ZERO, admin, "-Xlog:class+load:file=" + log + "::filecount=0")) {
      URI first = server.nextAddress();
      assertThat(status(admin ? server.nextAddress() : first, "/search")).isEqualTo(200);
      server.terminate();
      assertThat(server.process().waitFor()).isZero();
    }
    return Files.readAllLines(log);
  }
}
