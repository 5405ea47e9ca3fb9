package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.server.TestRegistry;
import dev.packhouse.server.WireClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose registry is published anew again and again while clients ask it. */
@Timeout(300)
final class ReloadIT {
  private static final int RELOADS = 20;
  private static final int CLIENTS = 6;
  private static final int PACKAGES = 5;
  private static final List<String> TARGETS =
      List.of(
          "/search",
          "/search?package=p3&all=true",
          "/categories",
          "/package/p1/1.0.0/",
          "/package/p2/1.0.0/docs/README.md",
          "/epr/p4/p4-1.0.0.zip",
          "/epr/p0/p0-1.0.0.tar.gz");

  @TempDir Path folder;

  /** Which generations answered each target with a body. */
  private final Map<String, Set<Integer>> bodies = new ConcurrentHashMap<>();

  @Test
  void givesEachAnswerFromOneGenerationAndGivesBackWhatThoseBeforeHeld() throws Exception {
    publish(0);
    Process server = start();
    try (BufferedReader out = server.inputReader();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      URI address = URI.create(out.readLine().replaceFirst(".* at ", ""));
      reloadTo(1, address);
      int descriptors = descriptors(server);
      AtomicBoolean enough = new AtomicBoolean();
      List<Future<Integer>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(threads.submit(() -> askUntil(enough, address)));
      }
      for (int generation = 2; generation <= RELOADS; generation++) {
        reloadTo(generation, address);
      }
      enough.set(true);

      int answers = 0;
      for (Future<Integer> client : clients) {
        answers += client.get();
      }
      assertThat(answers).isGreaterThan(RELOADS * CLIENTS);
      // Connections have ended by now, and answers have been given back, or do so while this looks.
      while ((descriptors(server) > descriptors || !mapsOnlyTheLast(server))
          && !Thread.interrupted()) {
        Thread.onSpinWait();
      }
      assertThat(descriptors(server)).isLessThanOrEqualTo(descriptors);
      assertThat(mapped(server)).isNotEmpty();
      // Of versions and of texts.
      assertThat(instances(server, "dev.packhouse.server.search.IndexSnapshot")).isEqualTo(2);
      assertThat(instances(server, "dev.packhouse.server.serve.RegistrySite")).isEqualTo(1);
      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
      assertThat(server.errorReader().lines()).isEmpty();
    } finally {
      server.destroyForcibly();
    }
  }

  private boolean mapsOnlyTheLast(Process server) throws IOException {
    return mapped(server).stream().allMatch(path -> path.contains("/000021/"));
  }

  /** Publishes, and asks until the server shows it. */
  private void reloadTo(int generation, URI address) throws IOException {
    publish(generation);
    try (WireClient client = new WireClient(address)) {
      while (!generations("/search", client.get("/search")).contains(generation)) {
        Thread.onSpinWait();
      }
    }
  }

  /** All files of a generation bear its number; another server says what it answers. */
  private void publish(int generation) throws IOException {
    Path packages = folder.resolve("packages");
    for (int i = 0; i < PACKAGES; i++) {
      PackageFixture.of("p" + i, "1.0.0")
          .manifest("categories: [%s]\n".formatted(generation % 2 == 0 ? "web" : "cloud"))
          .manifest("owner: {github: team/generation-%d}\n".formatted(generation))
          .file("docs/README.md", "Generation %d\n".formatted(generation).repeat(3_000))
          .folder(packages);
      PackageFixture.of("p" + i, "0." + generation + ".0").folder(packages);
    }
    // Nobody asks for it before its answers are known.
    Path aside = folder.resolve("aside");
    generate(packages, aside);
    try (TestRegistry registry = TestRegistry.serve(aside);
        WireClient client = new WireClient(registry.address())) {
      for (String target : TARGETS) {
        WireClient.Answer answer = client.get(target);
        assertThat(answer.status()).isEqualTo(200);
        bodies
            .computeIfAbsent(key(target, answer.body()), first -> ConcurrentHashMap.newKeySet())
            .add(generation);
      }
    }
    generate(packages, folder.resolve("public"));
  }

  /** How many answers there were; each is that of a generation, and none older than the last. */
  private int askUntil(AtomicBoolean enough, URI address) throws IOException {
    int answers = 0;
    int newest = 0;
    try (WireClient client = new WireClient(address)) {
      while (!enough.get()) {
        for (String target : TARGETS) {
          WireClient.Answer answer = client.get(target);
          int last = newest;
          newest =
              generations(target, answer).stream()
                  .mapToInt(generation -> generation)
                  .filter(generation -> generation >= last)
                  .min()
                  .orElse(-1);
          assertThat(newest).as(target).isNotNegative();
          answers++;
        }
      }
    }
    return answers;
  }

  /** Those that have exactly this answer. */
  private Set<Integer> generations(String target, WireClient.Answer answer) {
    Set<Integer> generations = bodies.getOrDefault(key(target, answer.body()), Set.of());
    assertThat(answer.status()).as(target).isEqualTo(200);
    assertThat(generations).as(() -> target + " " + new String(answer.body(), UTF_8)).isNotEmpty();
    return generations;
  }

  private static String key(String target, byte[] body) {
    return target + " " + HexFormat.of().formatHex(body);
  }

  private static void generate(Path packages, Path out) throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--public=" + folder.resolve("public"),
            "--public-poll-interval=50ms",
            "--address=127.0.0.1:0",
            "--log-level=warn");
    builder.environment().keySet().removeIf(name -> name.startsWith("PACKHOUSE_"));
    return builder.start();
  }

  /** Connections, and files of the registry; the JVM opens its own when it first needs them. */
  private int descriptors(Process process) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (Path descriptor : open) {
        count += isOfRegistry(descriptor) ? 1 : 0;
      }
    }
    return count;
  }

  private boolean isOfRegistry(Path descriptor) throws IOException {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("socket:") || target.startsWith(folder.toString());
    } catch (NoSuchFileException closed) {
      return false;
    }
  }

  /** The files of generations that are in memory. */
  private List<String> mapped(Process process) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/maps"))) {
      return lines.filter(line -> line.contains(folder + "/public/generations/")).toList();
    }
  }

  /** How many objects of a class are in use. */
  private static int instances(Process process, String type) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), "" + process.pid(), "GC.class_histogram").start();
    try (BufferedReader lines = histogram.inputReader()) {
      return lines
          .lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 3 && columns[3].equals(type))
          .mapToInt(columns -> Integer.parseInt(columns[1]))
          .sum();
    }
  }
}
