package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Sources.id;
import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.generator.model.FirstPublication;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each generation's list says of it and of those before. */
final class ChangesTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final Retention ALL = new Retention(/* older= */ 100, Duration.ZERO);

  @TempDir private Path out;

  @Test
  void saysWhatEachGenerationAddedChangedAndRemoved() throws IOException {
    publish(NOON, version("b", "1.10.0", "one"), version("a", "1.0.0", "one"));
    publish(
        NOON.plusSeconds(60),
        version("a", "1.0.0", "two"),
        version("a", "1.1.0", "one"),
        version("b", "1.2.0", "one"));

    String expected =
        """
        [
        {"cursor":1,"generation":"000001","time":"2026-03-04T12:00:00Z","kind":"added","name":"a","version":"1.0.0"},
        {"cursor":2,"generation":"000001","time":"2026-03-04T12:00:00Z","kind":"added","name":"b","version":"1.10.0"},
        {"cursor":3,"generation":"000002","time":"2026-03-04T12:01:00Z","kind":"changed","name":"a","version":"1.0.0"},
        {"cursor":4,"generation":"000002","time":"2026-03-04T12:01:00Z","kind":"added","name":"a","version":"1.1.0"},
        {"cursor":5,"generation":"000002","time":"2026-03-04T12:01:00Z","kind":"added","name":"b","version":"1.2.0"},
        {"cursor":6,"generation":"000002","time":"2026-03-04T12:01:00Z","kind":"removed","name":"b","version":"1.10.0"}
        ]
        """;
    assertThat(list("000002")).hasContent(expected);
    assertThat(out.resolve("changes.json")).hasContent(expected);
  }

  @Test
  void isEmptyWhereNothingWasEverPublished() throws IOException {
    publish(NOON);

    assertThat(out.resolve("changes.json")).hasContent("[]");
    publish(NOON, version("a", "1.0.0", "one"));
    assertThat(said()).containsExactly("1 000002 added a-1.0.0");
  }

  @Test
  void staysAsItIsWhereNothingChanges() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    byte[] before = Files.readAllBytes(out.resolve("changes.json"));

    assertThat(publish(NOON.plusSeconds(9), version("a", "1.0.0", "one")))
        .isEqualTo(new Publication.AlreadyCurrent("000001"));

    assertThat(out.resolve("changes.json")).hasBinaryContent(before);
  }

  @Test
  void getsNoEntryFromAGenerationThatOnlyAnotherReleaseMade() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    byte[] before = Files.readAllBytes(out.resolve("changes.json"));

    try (RegistryEmitter run = open("another release", NOON.plusSeconds(9))) {
      stage(run, version("a", "1.0.0", "one"));
      assertThat(first(run, "1.0.0")).isEqualTo(new FirstPublication(1, NOON));
      assertThat(run.publish(Runs.listings("a"))).isEqualTo(new Publication.Switched("000002"));
    }

    assertThat(out.resolve("changes.json")).hasBinaryContent(before);
    assertThat(list("000002")).hasBinaryContent(before);
  }

  @Test
  void keepsTheFirstTimeOfAVersionThatChangedOrLeftAndCameBack() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"), version("a", "2.0.0", "one"));
    publish(NOON.plusSeconds(1), version("a", "1.0.0", "two"));

    try (RegistryEmitter run = open("test", NOON.plusSeconds(2))) {
      stage(run, version("a", "1.0.0", "three"));
      stage(run, version("a", "2.0.0", "one"));
      stage(run, version("a", "3.0.0", "one"));
      assertThat(first(run, "1.0.0")).isEqualTo(new FirstPublication(1, NOON));
      assertThat(first(run, "2.0.0")).isEqualTo(new FirstPublication(2, NOON));
      assertThat(first(run, "3.0.0")).isEqualTo(new FirstPublication(7, NOON.plusSeconds(2)));
    }
  }

  @Test
  void neverGoesBackInTimeWithTheClock() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    publish(NOON.minusSeconds(3_600), version("a", "2.0.0", "one"));

    assertThat(changes()).extracting(Change::time).containsOnly(NOON);
    publish(NOON.plusMillis(1_999), version("a", "3.0.0", "one"));
    assertThat(changes().getLast().time()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void goesOnThroughARollbackAndWhatFollowsIt() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    publish(NOON.plusSeconds(1), version("a", "1.0.0", "two"), version("b", "1.0.0", "one"));
    rollback(NOON.plusSeconds(2));

    List<String> upToTheRollback =
        List.of(
            "1 000001 added a-1.0.0",
            "2 000002 changed a-1.0.0",
            "3 000002 added b-1.0.0",
            "4 000001 changed a-1.0.0",
            "5 000001 removed b-1.0.0");
    assertThat(said()).isEqualTo(upToTheRollback);
    assertThat(out.resolve("changes.json")).hasSameBinaryContentAs(list("000001"));

    publish(NOON.plusSeconds(3), version("a", "1.0.0", "one"), version("b", "1.0.0", "one"));
    assertThat(said()).startsWith(upToTheRollback.toArray(String[]::new));
    assertThat(said()).endsWith("6 000003 added b-1.0.0");
    try (RegistryEmitter run = open("test", NOON.plusSeconds(4))) {
      stage(run, version("b", "1.0.0", "one"));
      assertThat(run.firstPublications().of().apply(id("b", "1.0.0")))
          .contains(new FirstPublication(3, NOON.plusSeconds(1)));
    }
  }

  @Test
  void ledToByARollbackSaysNothingThatNeverCounted() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    publish(NOON, version("a", "2.0.0", "one"));
    FileOperations stopping =
        new UnsyncedOperations() {
          @Override
          void before(String operation, Path path) throws IOException {
            if (operation.equals("move") && path.endsWith("current.json")) {
              throw new IOException("stopped");
            }
          }
        };
    try (RegistryRollback rollback =
        RegistryRollback.open(out, Optional.empty(), Optional.of(NOON), stopping)) {
      assertThatIOException().isThrownBy(rollback::switchBack);
    }

    publish(NOON, version("a", "1.0.0", "one"));

    assertThat(said())
        .containsExactly(
            "1 000001 added a-1.0.0",
            "2 000002 removed a-1.0.0",
            "3 000002 added a-2.0.0",
            "4 000003 added a-1.0.0",
            "5 000003 removed a-2.0.0");
  }

  @Test
  void meansTheSameByACursorForeverWhereverARollbackStops() throws IOException {
    boolean stopped = true;
    int switched = 0;
    int stops = 0;
    for (; stopped; stops++) {
      Path registry = out.resolve(Integer.toString(stops));
      publish(registry, NOON, version("a", "1.0.0", "one"));
      publish(registry, NOON, version("a", "2.0.0", "one"));
      int stop = stops;
      AtomicInteger done = new AtomicInteger();
      FileOperations stopping =
          new UnsyncedOperations() {
            @Override
            void before(String operation, Path path) throws IOException {
              if (done.getAndIncrement() >= stop) {
                throw new IOException("stopped");
              }
            }
          };
      try (RegistryRollback rollback =
          RegistryRollback.open(registry, Optional.empty(), Optional.of(NOON), stopping)) {
        rollback.switchBack();
        stopped = false;
      } catch (IOException expected) {
        switched += RegistryReader.currentId(registry).equals("000001") ? 1 : 0;
      }
      Map<Long, Change> told = new TreeMap<>();
      hear(told, registry);
      publish(registry, NOON, version("b", "1.0.0", "one"));
      hear(told, registry);
      rollback(registry, NOON);
      hear(told, registry);
      assertThat(replayed(registry))
          .isEqualTo(
              Generation.read(registry, RegistryReader.currentId(registry), Map.of())
                  .versions()
                  .keySet());
    }
    assertThat(switched).isBetween(3, stops - 5);
  }

  /** What anybody reads who shows any of the generations, or what plain hosts have. */
  private static void hear(Map<Long, Change> told, Path registry) throws IOException {
    List<Path> folders = new ArrayList<>(Folders.list(registry.resolve("generations")));
    folders.add(registry);
    for (Path folder : folders) {
      for (Change change : changes(folder)) {
        assertThat(told.getOrDefault(change.cursor(), change)).isEqualTo(change);
        told.put(change.cursor(), change);
      }
    }
  }

  @Test
  void beginsWithTheNextRunOverARegistryOfAnEarlierRelease() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"), version("b", "1.0.0", "one"));
    Files.delete(list("000001"));
    Files.delete(out.resolve("changes.json"));

    assertThat(publish(NOON.plusSeconds(1), version("a", "1.0.0", "one")))
        .isEqualTo(new Publication.Switched("000002"));
    assertThat(said()).containsExactly("1 000002 added a-1.0.0");

    new FileOperations().deleteTree(list("000002"));
    new FileOperations().deleteTree(out.resolve("changes.json"));
    rollback(NOON.plusSeconds(2));
    assertThat(RegistryReader.currentId(out)).isEqualTo("000001");
    assertThat(out.resolve("changes.json")).doesNotExist();
  }

  @Test
  void comesBackFromItsCopyWhereItIsLostOrDamaged() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    Files.delete(list("000001"));
    publish(NOON.plusSeconds(1), version("a", "1.0.0", "one"));
    assertThat(said()).containsExactly("1 000001 added a-1.0.0");

    Files.writeString(list("000002"), "[\n{\"cursor\":1,");
    publish(NOON.plusSeconds(2), version("a", "2.0.0", "one"));
    assertThat(said())
        .containsExactly(
            "1 000001 added a-1.0.0", "2 000003 removed a-1.0.0", "3 000003 added a-2.0.0");
  }

  @Test
  void isNotBuiltOnWhereItAndItsCopyAreDamaged() throws IOException {
    publish(NOON, version("a", "1.0.0", "one"));
    Files.writeString(list("000001"), "[\n{\"cursor\":1}\n]\n");
    Files.writeString(out.resolve("changes.json"), "[\n");
    Map<String, String> before = RegistryReader.tree(out);

    assertThatIOException()
        .isThrownBy(() -> publish(NOON, version("a", "2.0.0", "one")))
        .withMessageContaining("changes.json")
        .withMessageContaining("is damaged");
    assertThat(RegistryReader.tree(out)).isEqualTo(before);
  }

  @Property(tries = 40)
  void comesToWhatIsPublishedAfterAnyRunsAndRollbacks(
      @ForAll("histories") List<Set<String>> histories) throws IOException {
    Path folder = Files.createTempDirectory("changes");
    try {
      String before = "";
      for (Set<String> versions : histories) {
        Path registry = folder.resolve("public");
        if (versions.contains("back")
            && Files.isDirectory(registry.resolve("generations/000002"))) {
          rollback(registry, NOON);
        } else {
          publish(registry, NOON, sources(versions));
        }
        String now = Files.readString(registry.resolve("changes.json"));
        assertThat(now).startsWith(before.replaceFirst("\n?\\]\n$", ""));
        before = now;
        String current = RegistryReader.currentId(registry);
        assertThat(replayed(registry))
            .isEqualTo(Generation.read(registry, current, Map.of()).versions().keySet());
      }
    } finally {
      new FileOperations().deleteTree(folder);
    }
  }

  @Provide
  Arbitrary<List<Set<String>>> histories() {
    return Arbitraries.of("a 1.0.0", "a 1.0.0 other", "a 2.0.0-rc1", "b 1.0.0", "back")
        .set()
        .ofMaxSize(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static VersionSource[] sources(Set<String> versions) {
    Map<String, VersionSource> sources = new TreeMap<>();
    for (String text : versions) {
      String[] words = text.split(" ", -1);
      if (words.length > 1) {
        sources.put(
            words[0] + words[1],
            version(words[0], words[1], words.length > 2 ? words[2] : "content"));
      }
    }
    return sources.values().toArray(VersionSource[]::new);
  }

  /** The versions that follow from the list alone. */
  private static Set<?> replayed(Path registry) throws IOException {
    Map<Object, Change> present = new TreeMap<>();
    for (Change change : changes(registry)) {
      switch (change.kind()) {
        case ADDED -> assertThat(present.put(change.id(), change)).isNull();
        case CHANGED -> assertThat(present.replace(change.id(), change)).isNotNull();
        case REMOVED -> assertThat(present.remove(change.id())).isNotNull();
      }
    }
    return present.keySet();
  }

  private Path list(String generation) {
    return out.resolve("generations").resolve(generation).resolve("changes.json");
  }

  private List<String> said() throws IOException {
    return changes().stream()
        .map(it -> "%d %s %s %s".formatted(it.cursor(), it.generation(), it.kind().text(), it.id()))
        .toList();
  }

  private List<Change> changes() throws IOException {
    return changes(out);
  }

  private static List<Change> changes(Path registry) throws IOException {
    List<Change> changes = new ArrayList<>();
    ChangeLine.read(
        registry.resolve("changes.json"), entry -> changes.add(ChangeLine.parse(entry)));
    return changes;
  }

  private Publication publish(Instant now, VersionSource... sources) throws IOException {
    return publish(out, now, sources);
  }

  private static Publication publish(Path registry, Instant now, VersionSource... sources)
      throws IOException {
    try (RegistryEmitter run = open(registry, "test", now)) {
      for (VersionSource source : sources) {
        stage(run, source);
      }
      return run.publish(Runs.listings("listing"));
    }
  }

  private RegistryEmitter open(String generator, Instant now) throws IOException {
    return open(out, generator, now);
  }

  private static RegistryEmitter open(Path registry, String generator, Instant now)
      throws IOException {
    return RegistryEmitter.open(
        registry, Runs.BOTH, generator, ALL, Optional.of(now), new UnsyncedOperations());
  }

  private static void stage(RegistryEmitter run, VersionSource source) throws IOException {
    VersionContent content = run.stage(source).content();
    run.add(content, Runs.record(content, "record"));
  }

  private static FirstPublication first(RegistryEmitter run, String version) throws IOException {
    return run.firstPublications().of().apply(id("a", version)).orElseThrow();
  }

  private void rollback(Instant now) throws IOException {
    rollback(out, now);
  }

  /** To the one before; where there is none, nothing happens. */
  private static void rollback(Path registry, Instant now) throws IOException {
    if (RegistryReader.currentId(registry).equals("000001")) {
      return;
    }
    try (RegistryRollback rollback =
        RegistryRollback.open(
            registry, Optional.empty(), Optional.of(now), new UnsyncedOperations())) {
      rollback.switchBack();
    }
  }
}
