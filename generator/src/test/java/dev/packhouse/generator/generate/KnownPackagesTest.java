package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.emit.Publication;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run makes of what earlier ones have learnt. */
final class KnownPackagesTest {
  /** So late that no file is new. */
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;
  private final KnownPackages known = KnownPackages.begin(InstantSource.fixed(LATER));
  private Path manifest = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    manifest = write("a", "1.0.0", "").resolve("manifest.yml");
    PackageFixture.of("z", "1.0.0").zip(packages());
    run(known);
  }

  @Test
  void readsNoPackageThatLooksAsItDid() throws IOException {
    write("a", "1.0.0", "categories: [unheard_of]\n");
    run(left());
    rewrite(cache(), "unheard_of", "OTHER"); // in what is remembered of it
    write("b", "1.0.0", "");

    RunReport report = run(left());

    assertThat(report.accepted()).isEqualTo(3);
    assertThat(report.findings()).extracting(Finding::message).anyMatch(it -> it.contains("OTHER"));
    assertThat(text("search-all.json")).contains("Title of a", "\"name\":\"b\"", "\"name\":\"z\"");
    assertThat(out().resolve("epr/z/z-1.0.0.zip")).isRegularFile();
  }

  @Test
  void readsEveryPackageAgainWhereThatIsWanted() throws IOException {
    write("a", "1.0.0", "categories: [unheard_of]\n");
    run(left());
    rewrite(cache(), "unheard_of", "OTHER");

    RunReport report = run(KnownPackages.afresh(InstantSource.fixed(LATER)));

    assertThat(report.findings())
        .extracting(Finding::message)
        .isNotEmpty()
        .noneMatch(it -> it.contains("OTHER"));
    assertThat(Files.readString(cache())).doesNotContain("OTHER");
  }

  @Test
  void noticesAChangeBehindWhichSizeAndTimeWereSetBack() throws IOException {
    run(left());
    changeUnseen(manifest);

    run(left());

    assertThat(record("a", "1.0.0")).contains("Titel of a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"parts\":[1]}\n", "\u0000"})
  void doesWithoutWhatIsLeftDamaged(String damage) throws IOException {
    run(left());
    Files.writeString(
        cache(), Files.readAllLines(cache()).getFirst() + "\n" + damage, StandardCharsets.UTF_8);

    assertThat(run(left()).accepted()).isEqualTo(2);
    assertThat(Files.readString(cache())).contains("z-1.0.0.zip");
  }

  @Test
  void doesWithoutWhatAnotherReleaseHasLearnt() throws IOException {
    write("a", "1.0.0", "categories: [unheard_of]\n");
    run(left());
    rewrite(cache(), "unheard_of", "OTHER");
    rewrite(cache(), "{\"release\":\"", "{\"release\":\"9");

    assertThat(run(left()).findings())
        .extracting(Finding::message)
        .noneMatch(it -> it.contains("OTHER"));
  }

  @Test
  void doesWithoutAnIndexThatIsDamaged() throws IOException {
    run(left());
    try (Stream<Path> files = Files.walk(out().resolve("generations"))) {
      for (Path each : files.filter(it -> it.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(each);
        bytes[bytes.length / 2] ^= 1;
        Files.write(each, bytes);
      }
    }

    RunReport report = run(left());

    assertThat(report.publication()).contains(new Publication.Switched("000002"));
    assertThat(text("search-all.json")).contains("Title of a", "\"name\":\"z\"");
  }

  @Test
  void bringsWhatWasReplacedToItsPlainPlaceOnceThatIsFree() throws IOException {
    run(left());
    write("a", "1.0.0", "categories: [security]\n");
    run(left());
    assertThat(versions()).contains("\"contentBase\":\"revisions/");
    write("b", "1.0.0", "");
    run(left());

    run(left());

    assertThat(versions()).doesNotContain("revisions/");
    assertThat(text("package/a/1.0.0/manifest.yml")).contains("security");
  }

  @Test
  void makesNoGenerationWhereNothingChanged() throws IOException {
    run(left());

    assertThat(run(left()).publication()).contains(new Publication.AlreadyCurrent("000001"));
  }

  @Test
  void readsAPackageThatMayHaveChangedWithinATick() throws IOException {
    Instant written = Files.getLastModifiedTime(manifest).toInstant();
    KnownPackages early = KnownPackages.begin(InstantSource.fixed(written.plusMillis(10)));
    run(early);
    changeUnseen(manifest);

    run(early);

    assertThat(record("a", "1.0.0")).contains("Titel of a");
  }

  @Test
  void readsWhatHasChanged() throws IOException {
    Files.setLastModifiedTime(manifest, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    changeUnseen(manifest);

    run(known);

    assertThat(record("a", "1.0.0")).contains("Titel of a");
  }

  @Test
  void publishesTheSameListingsAsARunThatKnowsNothing() throws IOException {
    write("b", "1.0.0", "");
    run(known);
    write("b", "1.0.0", "categories: [security]\n");
    write("a", "1.0.1", "");
    run(known);

    Path fresh = folder.resolve("fresh");
    Generator.run(options(fresh), Progress.NONE);

    assertThat(PublishedFiles.of(out()))
        .containsEntry("search-all.json", PublishedFiles.of(fresh).get("search-all.json"))
        .containsEntry("categories.json", PublishedFiles.of(fresh).get("categories.json"));
    assertThat(record("b", "1.0.0")).contains("security");
  }

  @Test
  void bringsADeprecationIntoTheRecordsOfVersionsThatDidNotChange() throws IOException {
    write("a", "1.1.0", "deprecated: {since: 1.1.0, description: Use b.}\n");
    run(known);
    assertThat(record("a", "1.0.0")).contains("Use b.");

    write("a", "1.1.0", "release: ga\n");
    run(known);
    assertThat(record("a", "1.0.0")).doesNotContain("Use b.");
  }

  @Test
  void tellsFindingsAgain() throws IOException {
    write("a", "1.0.0", "categories: [unheard_of]\n");
    write("b", "1.0.0", "owner: 7\n");
    List<Finding> first = run(known).findings();
    assertThat(first).extracting(Finding::code).contains("category.unknown", "value.kind");
    write("c", "1.0.0", "");

    assertThat(run(known).findings()).isEqualTo(first);
  }

  @Test
  void forgetsWhatIsGoneAndTakesItAgainWhenItComesBack() throws IOException {
    Path away = folder.resolve("away");
    Files.move(packages().resolve("a"), away);
    assertThat(run(known).accepted()).isEqualTo(1);
    assertThat(text("search-all.json")).doesNotContain("\"name\":\"a\"");

    Files.move(away, packages().resolve("a"));
    assertThat(run(known).accepted()).isEqualTo(2);
    assertThat(record("a", "1.0.0")).contains("Title of a");
  }

  @Test
  void keepsWhatWasPublishedFromAPlaceWhoseManifestNobodyCanRead() throws IOException {
    String good = Files.readString(manifest);
    for (String broken : List.of("\tname: a\n", "", "name: [a\n")) {
      Files.writeString(manifest, broken);
      assertThat(run(known).accepted()).isEqualTo(1);
      assertThat(record("a", "1.0.0")).contains("Title of a");
      assertThat(text("search-all.json")).contains("Title of a", "\"name\":\"z\"");
    }

    Files.writeString(manifest, good.replace("Title of", "New title of"));
    assertThat(run(known).accepted()).isEqualTo(2);
    assertThat(record("a", "1.0.0")).contains("New title of a");
  }

  @Test
  void takesAPackageFromWhereItWasMovedToAndNotFromWhereItWas() throws IOException {
    Files.writeString(manifest, "\tname: a\n");
    PackageFixture.of("a", "1.0.0")
        .manifest("categories: [web]\n")
        .folder(packages().resolve("moved"));

    assertThat(run(known).accepted()).isEqualTo(2);

    assertThat(record("a", "1.0.0")).contains("\"web\"");
    assertThat(versions().lines()).hasSize(2);
  }

  @Test
  void putsBackWhatTheRegistryLost() throws IOException {
    for (String lost : List.of("records/a/1.0.0.json", "epr/z/z-1.0.0.zip")) {
      Files.delete(out().resolve(lost));
      run(known);
      assertThat(out().resolve(lost)).isRegularFile();
    }
  }

  @Test
  void believesNothingOfARunThatPublishedNothing() throws IOException {
    write("b", "1.0.0", "");
    Progress failing =
        new Progress() {
          @Override
          public void start(int packages) {}

          @Override
          public void step() {
            throw new IllegalStateException("the run fails");
          }
        };
    assertThatThrownBy(() -> Generator.run(options(out()), failing, known))
        .hasMessage("the run fails");

    RunReport report = run(known);

    assertThat(report.publication()).contains(new Publication.Switched("000002"));
    assertThat(report.accepted()).isEqualTo(3);
    assertThat(record("b", "1.0.0")).contains("Title of b");
  }

  /** With what the last run left behind. */
  private KnownPackages left() {
    return KnownPackages.of(options(out()), InstantSource.fixed(LATER));
  }

  private Path cache() {
    return out().resolve(".cache/packages.jsonl");
  }

  private static void rewrite(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /** Other content of the same size, with the same time. */
  private static void changeUnseen(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace("Title of", "Titel of"));
    Files.setLastModifiedTime(file, time);
  }

  private Path write(String name, String version, String lines) throws IOException {
    return PackageFixture.of(name, version).manifest(lines).folder(packages());
  }

  private RunReport run(KnownPackages all) throws IOException {
    return Generator.run(options(out()), Progress.NONE, all);
  }

  private GenerateOptions options(Path out) {
    return new GenerateOptions(
        List.of(packages()),
        out,
        EnumSet.allOf(ArchiveFormat.class),
        ArchiveFormat.ZIP,
        /* replace= */ true,
        /* keepGoing= */ true,
        Intake.usual(),
        new Retention(/* older= */ 1, Duration.ZERO));
  }

  /** The one that the current generation names. */
  private String record(String name, String version) throws IOException {
    for (String line : versions().lines().toList()) {
      JsonNode json = JSON.readTree(line);
      if (json.path("name").asString().equals(name)
          && json.path("version").asString().equals(version)) {
        return text(
            json.path("recordBase").asString() + "records/" + name + "/" + version + ".json");
      }
    }
    throw new IllegalStateException("no " + name + " " + version);
  }

  private String versions() throws IOException {
    String generation = JSON.readTree(text("current.json")).path("generation").asString();
    return text("generations/" + generation + "/versions.jsonl");
  }

  private String text(String file) throws IOException {
    return Files.readString(out().resolve(file));
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private Path out() {
    return folder.resolve("out");
  }
}
