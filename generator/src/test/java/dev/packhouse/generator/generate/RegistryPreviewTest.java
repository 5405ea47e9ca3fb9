package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.index.IndexedRecords;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.Retention;
import dev.packhouse.generator.model.SemanticVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a registry before it is published. */
final class RegistryPreviewTest {
  private static final PackageId A = id("a", "1.0.0");
  private static final PackageId B = id("b", "1.0.0");

  @TempDir private Path folder;

  @BeforeEach
  void writePackages() throws IOException {
    PackageFixture.of("a", "1.0.0").manifest("conditions.kibana.version: ^8.0.0\n").zip(packages());
    Files.writeString(packages().resolve("a-1.0.0.zip.sig"), "signature\n");
    PackageFixture.of("b", "1.0.0").file("img/icon.svg", "<svg/>").folder(packages());
    PackageFixture.of("b", "1.1.0")
        .manifest("deprecated:\n  since: 1.1.0\n  description: old\n")
        .folder(packages());
  }

  @Test
  void saysOfEachVersionWhatTheRunPublishes() throws IOException {
    Generator.run(options(out()), Progress.NONE);
    try (RegistryPreview preview = preview()) {
      for (PackageId id : List.of(A, B, id("b", "1.1.0"))) {
        preview.make(id);
      }
    }

    String[] all = {"package/", "epr/", "records/"};
    assertThat(startingWith(ahead(), all)).isEqualTo(startingWith(out(), all)).hasSize(23);
    assertThat(indexed(ahead())).isEqualTo(indexed(out())).hasSize(3);
    assertThat(indexed(ahead()).toString()).contains("a-1.0.0.zip.sig", "\"deprecated\":");
  }

  @Test
  void makesFilesAndArchivesOnceSomebodyAsksForThem() throws IOException {
    try (RegistryPreview preview = preview()) {
      assertThat(startingWith(ahead(), "package/", "epr/")).isEmpty();

      preview.make(B);
      assertThat(startingWith(ahead(), "package/", "epr/"))
          .containsOnlyKeys(
              "package/b/1.0.0/docs/README.md",
              "package/b/1.0.0/img/icon.svg",
              "package/b/1.0.0/manifest.yml",
              "epr/b/b-1.0.0.tar.gz",
              "epr/b/b-1.0.0.tar.gz.sha256",
              "epr/b/b-1.0.0.zip",
              "epr/b/b-1.0.0.zip.sha256");

      Files.delete(packages().resolve("b/1.0.0/manifest.yml"));
      assertThat(preview.make(B)).isTrue(); // as it was
    }
  }

  @Test
  void makesAVersionOnceHoweverManyAskForItAtTheSameTime() throws Exception {
    try (RegistryPreview preview = preview();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Object>> asking = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        PackageId id = i % 2 == 0 ? A : B;
        asking.add(
            threads.submit(
                () -> {
                  assertThat(preview.make(id)).isTrue();
                  return Files.readAttributes(
                          ahead().resolve("epr/" + id.name() + "/" + id + ".zip"),
                          BasicFileAttributes.class)
                      .fileKey();
                }));
      }
      Set<Object> archives = new HashSet<>();
      for (Future<Object> each : asking) {
        archives.add(each.get());
      }
      assertThat(archives).hasSize(2);
    }
  }

  @Test
  void canBeAskedAgainForWhatWasGone() throws IOException {
    Path there = packages().resolve("b/1.0.0");
    Path aside = folder.resolve("aside");
    try (RegistryPreview preview = preview()) {
      Files.move(there, aside);
      assertThat(preview.make(B)).isFalse();
      assertThat(startingWith(ahead(), "package/", "epr/")).isEmpty();

      Files.move(aside, there);
      assertThat(preview.make(B)).isTrue();
      assertThat(ahead().resolve("package/b/1.0.0/docs/README.md")).hasContent("# b");
    }
  }

  @Test
  void makesNothingOfAPackageThatIsBadOrAnotherByNow() throws IOException {
    try (RegistryPreview preview = preview()) {
      Path zip = packages().resolve("a-1.0.0.zip");
      byte[] whole = Files.readAllBytes(zip);
      Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
      assertThat(preview.make(A)).isFalse();
      PackageFixture.of("b", "1.2.0").folderAt(packages().resolve("b/1.0.0"));
      assertThat(preview.make(B)).isFalse();
      assertThat(startingWith(ahead(), "package/", "epr/")).isEmpty();

      Files.write(zip, whole);
      assertThat(preview.make(A)).isTrue();
    }
  }

  @Test
  void makesTheSameContentOfAnotherVersionAfterAFailure() throws IOException {
    PackageFixture.of("b", "1.0.1").file("img/icon.svg", "<svg/>").folder(packages());
    Generator.run(options(out()), Progress.NONE);
    try (RegistryPreview preview = preview()) {
      Path inTheWay = ahead().resolve("epr/b");
      Files.createDirectories(inTheWay.resolveSibling(""));
      Files.writeString(inTheWay, "a file where a folder belongs");
      assertThatThrownBy(() -> preview.make(B))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot make b-1.0.0");
      Files.delete(inTheWay);

      assertThat(preview.make(id("b", "1.0.1"))).isTrue();
      assertThat(preview.make(B)).isTrue();
    }
    assertThat(startingWith(ahead(), "package/b/1.0", "epr/b/b-1.0"))
        .isEqualTo(startingWith(out(), "package/b/1.0", "epr/b/b-1.0"));
    assertThat(ahead().resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void makesNothingMoreOnceItIsClosed() throws IOException {
    RegistryPreview preview = preview();
    preview.close();
    assertThat(preview.make(B)).isFalse();
  }

  @Test
  void leavesBadPackagesOut() throws IOException {
    PackageFixture.of("bad", "1.0.0").manifest("type: []\n").folder(packages());
    try (RegistryPreview preview = preview()) {
      assertThat(preview.make(id("bad", "1.0.0"))).isFalse();
      assertThat(preview.make(id("none", "1.0.0"))).isFalse();
    }
    assertThat(indexed(ahead())).hasSize(3);
    assertThat(startingWith(ahead(), "package/", "epr/")).isEmpty();
  }

  @Test
  void isNotMadeOfAFewPackages() throws IOException {
    assertThat(RegistryPreview.of(options(ahead()), 4, Progress.NONE)).isEmpty();
    assertThat(ahead()).doesNotExist();
  }

  private RegistryPreview preview() throws IOException {
    return RegistryPreview.of(options(ahead()), 3, Progress.NONE).orElseThrow();
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
        Retention.usual());
  }

  private Path packages() {
    return folder.resolve("packages");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path ahead() {
    return folder.resolve("ahead");
  }

  private static PackageId id(String name, String version) {
    return new PackageId(name, SemanticVersion.parseStrict(version).toOptional().orElseThrow());
  }

  private static List<String> indexed(Path out) throws IOException {
    List<String> records = new ArrayList<>();
    IndexedRecords.forEach(
        out.resolve("generations/000001/index"),
        it -> records.add(new String(it.json(), StandardCharsets.US_ASCII)));
    return records;
  }

  private static Map<String, String> startingWith(Path out, String... prefixes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    PublishedFiles.of(out)
        .forEach(
            (path, content) -> {
              if (List.of(prefixes).stream().anyMatch(path::startsWith)) {
                files.put(path, content);
              }
            });
    return files;
  }
}
