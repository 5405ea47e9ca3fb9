package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.RegistryEmitter;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.KnownPackages;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.server.TestConfig;
import dev.packhouse.server.WireClient;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.LogLevel;
import dev.packhouse.server.config.ServerConfig.LogType;
import dev.packhouse.server.config.ServerConfig.Source.Packages;
import dev.packhouse.server.log.CapturedLog;
import dev.packhouse.server.observe.Health;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.serve.RegistryServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server shows after a look at a source that has changed. */
@SuppressWarnings("NullAway.Init")
final class FollowingTest {
  @TempDir Path folder;
  private Path packages;
  private Path out;
  private RegistryServer server;
  private Following following;

  private final CapturedLog log = new CapturedLog(LogLevel.INFO, LogType.TEXT);
  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void serveOneVersion() throws IOException {
    packages = folder.resolve("packages");
    out = folder.resolve("public");
    PackageFixture.of("a", "1.0.0").folder(packages);
    generate();
    serve(new PublishedFolder(out, Duration.ofSeconds(1)));
  }

  @AfterEach
  void stop() throws IOException {
    server.stop();
    following.close();
  }

  @Test
  void showsWhatWasPublishedAndSaysSo() throws IOException {
    OpenGeneration before = following.shown();
    PackageFixture.of("a", "1.0.1").folder(packages);
    generate();
    assertThat(versions()).isEqualTo("1.0.0");

    look();

    assertThat(versions()).isEqualTo("1.0.1");
    assertThat(shown).containsExactly("000002: 2");
    assertThat(log.lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(" INFO  packhouse: generation 000002 is served now"),
            line ->
                assertThat(line).endsWith(" INFO  packhouse: 2 local package manifests loaded."));
    assertThat(Files.exists(before.folder())).isTrue();
    assertThat(following.shown().id()).isEqualTo("000002");
  }

  @Test
  void doesNothingWhereNothingWasPublished() throws IOException {
    OpenGeneration before = following.shown();
    generate();
    look();
    assertThat(following.shown()).isSameAs(before);
    assertThat(log.text()).isEmpty();
  }

  @Test
  void followsARollBackToAGenerationThatIsWhole() throws IOException {
    byte[] pointer = Files.readAllBytes(pointer());
    PackageFixture.of("a", "1.0.1").folder(packages);
    generate();
    look();
    Files.write(pointer(), pointer);
    look();
    assertThat(versions()).isEqualTo("1.0.0");
    assertThat(shown).containsExactly("000002: 2", "000001: 1");
  }

  @Test
  void noticesAnotherRegistryWhoseGenerationHasTheSameId() throws IOException {
    Files.move(out, folder.resolve("away"));
    PackageFixture.of("a", "1.0.1").folder(packages);
    generate();
    look();
    assertThat(versions()).isEqualTo("1.0.1");
    assertThat(shown).containsExactly("000001: 2");
  }

  @Test
  void refusesAPointerThatCannotBeFollowedOnceForEachState() throws IOException {
    byte[] good = Files.readAllBytes(pointer());
    for (String bad :
        List.of("{", "{\"format\":2}", "{\"format\":1,\"generation\":\"../1\"}", "")) {
      Files.writeString(pointer(), bad);
      look();
      look();
    }
    Files.delete(pointer());
    look();
    Files.write(pointer(), good);
    look();

    assertThat(versions()).isEqualTo("1.0.0");
    assertThat(log.lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(stays(), "it is no JSON"),
            line -> assertThat(line).contains(stays(), "it has format 2"),
            line -> assertThat(line).contains(stays(), "it names no generation"),
            line -> assertThat(line).contains(stays(), "there is no registry in " + out));
  }

  @Test
  void refusesADamagedIndexAndFollowsItOnceItIsWhole() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    generate();
    for (Path file : files(out.resolve("generations/000002/index"))) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      look();
      look();
      assertThat(versions()).isEqualTo("1.0.0");
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains(stays(), "generations/000002/index is damaged");

    look();
    assertThat(versions()).isEqualTo("1.0.1");
  }

  @Test
  void refusesAGenerationWhoseFilesAreNotAllThereYet() throws IOException {
    PackageFixture.of("a", "1.0.1").folder(packages);
    generate();
    for (String path : List.of("records/a/1.0.1.json", "package/a/1.0.1", "generations/000002")) {
      Files.move(out.resolve(path), folder.resolve("later"));
      look();
      assertThat(versions()).isEqualTo("1.0.0");
      Files.move(folder.resolve("later"), out.resolve(path));
    }
    assertThat(log.lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(stays(), "names " + out, "1.0.1.json, which is not"),
            line -> assertThat(line).contains(stays(), "names " + out, "a/1.0.1, which is not"),
            line -> assertThat(line).contains(stays(), "no index in " + out));

    look();
    assertThat(versions()).isEqualTo("1.0.1");
  }

  @Test
  void showsTheSameGenerationAgainAfterItsIndexWasWrittenInto() throws IOException {
    for (Path file : files(out.resolve("generations/000001/index"))) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, bytes);
    }
    // What was read before that is in memory, and right.
    assertThat(get("/search").status()).isEqualTo(200);
    assertThat(get("/search?all=true").status()).isEqualTo(500);
    assertThat(server.health().failure()).isPresent();

    look();
    assertThat(get("/search?all=true").status()).isEqualTo(200);
    assertThat(versions()).isEqualTo("1.0.0");
    assertThat(server.health().failure()).isEmpty();
  }

  @Test
  void generatesFromPackagesThatHaveChangedAndTriesAgainWhatFailed() throws IOException {
    stop();
    OwnRegistry own =
        new OwnRegistry(
            new Packages(List.of(packages)),
            out,
            Progress.NONE,
            KnownPackages.begin(InstantSource.system()),
            log.server());
    PackageWatch watch = PackageWatch.over(List.of(packages), () -> false, Duration.ZERO);
    serve(new WatchedPackages(watch, own));
    PackageFixture.of("a", "1.0.1").folder(packages);
    PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);

    try (RegistryEmitter other =
        RegistryEmitter.open(out, EnumSet.of(ArchiveFormat.ZIP), "x", Retention.usual())) {
      look();
      look();
      assertThat(other.isChanged()).isTrue();
    }
    assertThat(versions()).isEqualTo("1.0.0");
    assertThat(log.lines().getLast()).contains(stays(), "Another generator is writing to ");

    look();
    assertThat(versions()).isEqualTo("1.0.1");
    assertThat(log.text()).contains("/b/1.0.0/manifest.yml:", "1 of 3 package versions left out");
    assertThat(log.lines().getLast()).endsWith("2 local package manifests loaded.");
  }

  private void serve(RegistrySource source) throws IOException {
    ServerConfig config = TestConfig.of(Map.of("PACKHOUSE_PUBLIC", out.toString()));
    following = Following.begin(source, log.server());
    server =
        RegistryServer.start(config, following.shown().served(), RequestObserver.NONE, Tracer.NONE);
  }

  private void look() {
    following.look(server, new Recorder());
  }

  /** What is shown goes to {@link #shown}. */
  private final class Recorder implements Administration {
    @Override
    public void show(OpenGeneration generation) {
      shown.add(generation.id() + ": " + generation.versions());
    }

    @Override
    public RequestObserver observer() {
      return RequestObserver.NONE;
    }

    @Override
    public List<String> start(Health health) {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private void generate() throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);
  }

  /** The newest version of package a, as clients find it. */
  private String versions() throws IOException {
    String body = new String(get("/search").body(), StandardCharsets.UTF_8);
    String version = body.replaceFirst("(?s).*\"version\":\\s*\"([^\"]+)\".*", "$1");
    assertThat(get("/package/a/" + version + "/").status()).isEqualTo(200);
    assertThat(get("/epr/a/a-" + version + ".zip").status()).isEqualTo(200);
    return version;
  }

  private WireClient.Answer get(String target) throws IOException {
    try (WireClient client = new WireClient(URI.create("http://127.0.0.1:" + server.port()))) {
      return client.get(target);
    }
  }

  private String stays() {
    return " ERROR packhouse: generation " + following.shown().id() + " stays: ";
  }

  private Path pointer() {
    return out.resolve("current.json");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
