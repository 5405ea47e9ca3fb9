package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Runs.publish;
import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PublishingTest {
  private static final FileOperations PLAIN = new UnsyncedOperations();

  @TempDir Path out;

  @Test
  void publishesAnewWhereItsOwnGenerationLacksAListingThatHostsOfFilesCanDoWithout()
      throws IOException {
    publish(out, version("apache", "1.0.0", "one"));
    Files.delete(out.resolve("generations/000001/openapi.json"));

    assertThat(publish(out, version("apache", "1.0.0", "one")))
        .isEqualTo(new Publication.Switched("000002"));
    assertThat(out.resolve("generations/000002/openapi.json"))
        .hasSameBinaryContentAs(out.resolve("openapi.json"));
  }

  @Test
  void publishesEveryFileOfTheLayout() throws IOException {
    Publication publication = publish(out, version("apache", "1.0.0", "one"));

    assertThat(publication).isEqualTo(new Publication.Switched("000001"));
    assertThat(RegistryReader.tree(out).keySet())
        .containsExactlyInAnyOrder(
            "archives.json",
            "categories.json",
            "changes.json",
            "current.json",
            "epr",
            "epr/apache",
            "epr/apache/apache-1.0.0.tar.gz",
            "epr/apache/apache-1.0.0.tar.gz.sha256",
            "epr/apache/apache-1.0.0.zip",
            "epr/apache/apache-1.0.0.zip.sha256",
            "feeds",
            "feeds/all.atom",
            "feeds/package",
            "feeds/package/same.atom",
            "generations",
            "generations/000001",
            "generations/000001/archives.json",
            "generations/000001/categories.json",
            "generations/000001/changes.json",
            "generations/000001/feeds",
            "generations/000001/feeds/all.atom",
            "generations/000001/feeds/package",
            "generations/000001/feeds/package/same.atom",
            "generations/000001/files.jsonl",
            "generations/000001/index",
            "generations/000001/index.json",
            "generations/000001/index/segments",
            "generations/000001/openapi.json",
            "generations/000001/search-all.json",
            "generations/000001/search.json",
            "generations/000001/versions.jsonl",
            "index.json",
            "openapi.json",
            "package",
            "package/apache",
            "package/apache/1.0.0",
            "package/apache/1.0.0/docs",
            "package/apache/1.0.0/docs/README.md",
            "package/apache/1.0.0/manifest.yml",
            "records",
            "records/apache",
            "records/apache/1.0.0.json",
            "search-all.json",
            "search.json");
    assertThat(out.resolve("current.json"))
        .hasContent(
            "{\"format\":1,\"generation\":\"000001\",\"generator\":\"test\",\"older\":[]}\n");
  }

  @Test
  void listsEveryArchiveOnALineOfItsOwn() throws IOException {
    publish(
        out, version("b", "1.0.0", "b"), version("a", "10.0.0", "a"), version("a", "2.0.0", ""));

    assertThat(out.resolve("archives.json"))
        .content()
        .matches(
            """
            \\[
            \\{"path":"epr/a/a-2.0.0.zip","size":\\d+,"sha256":"[0-9a-f]{64}"},
            \\{"path":"epr/a/a-2.0.0.tar.gz","size":\\d+,"sha256":"[0-9a-f]{64}"},
            \\{"path":"epr/a/a-10.0.0.zip","size":\\d+,"sha256":"[0-9a-f]{64}"},
            \\{"path":"epr/a/a-10.0.0.tar.gz","size":\\d+,"sha256":"[0-9a-f]{64}"},
            \\{"path":"epr/b/b-1.0.0.zip","size":\\d+,"sha256":"[0-9a-f]{64}"},
            \\{"path":"epr/b/b-1.0.0.tar.gz","size":\\d+,"sha256":"[0-9a-f]{64}"}
            ]
            """);
  }

  @Test
  void publishesAnEmptyRegistry() throws IOException {
    publish(out);

    assertThat(out.resolve("archives.json")).hasContent("[]\n");
    assertThat(RegistryReader.currentId(out)).isEqualTo("000001");
  }

  @Test
  void makesNoGenerationWhenNothingChanged() throws IOException {
    publish(out, version("a", "1.0.0", "one"), version("b", "1.0.0", "one"));
    Map<String, String> before = RegistryReader.tree(out);

    Publication again = publish(out, version("b", "1.0.0", "one"), version("a", "1.0.0", "one"));

    assertThat(again).isEqualTo(new Publication.AlreadyCurrent("000001"));
    assertThat(RegistryReader.tree(out)).isEqualTo(before);
  }

  @Test
  void writesNothingOfAVersionThatIsUnchanged() throws IOException {
    publish(out, version("a", "1.0.0", "one"));

    try (RegistryEmitter run = Runs.open(out)) {
      StageOutcome outcome = run.stage(version("a", "1.0.0", "one"));
      run.add(outcome.content(), Runs.record(outcome.content(), "record"));

      assertThat(outcome).isInstanceOf(StageOutcome.Unchanged.class);
      assertThat(run.isChanged()).isFalse();
      assertThat(out.resolve(".staging")).doesNotExist();
    }
  }

  @Test
  void makesAGenerationOfTheSameVersionsForAnotherGenerator() throws IOException {
    publish(out);

    try (RegistryEmitter run = RegistryEmitter.open(out, Runs.BOTH, "other", Runs.ONE)) {
      assertThat(run.publish(Runs.listings(""))).isEqualTo(new Publication.Switched("000002"));
    }
  }

  @Test
  void publishesAZipByteForByteWithItsSignature(@TempDir Path folder) throws IOException {
    VersionSource source = Sources.zipVersion(folder, "a", "1.0.0", "zipped");

    publish(out, source);

    VersionSource.Zip zip = source.zip().orElseThrow();
    assertThat(out.resolve("epr/a/a-1.0.0.zip")).hasSameBinaryContentAs(zip.path());
    assertThat(out.resolve("epr/a/a-1.0.0.zip.sig"))
        .hasSameBinaryContentAs(zip.signature().orElseThrow());
    assertThat(out.resolve("epr/a/a-1.0.0.tar.gz.sig")).doesNotExist();
    assertThat(readme(out)).hasContent("zipped");
    RegistryReader.current(out);
  }

  @Test
  void repairsWhatWasLostOrDamaged() throws IOException {
    publish(out, version("a", "1.0.0", "one"));
    Map<String, String> whole = RegistryReader.tree(out);
    Files.writeString(out.resolve("search.json"), "[");
    Files.delete(out.resolve("categories.json"));
    Files.delete(out.resolve("records/a/1.0.0.json"));
    Files.delete(out.resolve("epr/a/a-1.0.0.zip.sha256"));
    Files.writeString(out.resolve("epr/a/a-1.0.0.tar.gz"), "cut");
    PLAIN.deleteTree(out.resolve("package"));

    publish(out, version("a", "1.0.0", "one"));

    assertThat(RegistryReader.tree(out)).isEqualTo(whole);
  }

  @Test
  void refusesAVersionThatIsStagedOrAddedTwice() throws IOException {
    try (RegistryEmitter run = Runs.open(out)) {
      VersionContent content = run.stage(version("a", "1.0.0", "one")).content();
      run.add(content, new byte[0]);

      assertThatIllegalStateException().isThrownBy(() -> run.stage(version("a", "1.0.0", "two")));
      assertThatIllegalStateException().isThrownBy(() -> run.add(content, new byte[1]));
    }
  }

  @Test
  void forgetsARunThatIsClosedWithoutPublishing() throws IOException {
    try (RegistryEmitter run = Runs.open(out)) {
      run.stage(version("a", "1.0.0", "one"));
      Files.writeString(run.stagedIndexFolder().resolve("segments"), "x");
    }

    assertThat(RegistryReader.tree(out)).isEmpty();
  }

  /** Nobody can change the modes of what lies there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesModesToAFileSystemThatRefusesThem() {
    Path file = Path.of("/proc/self/status");

    assertThatIOException().isThrownBy(() -> Files.setPosixFilePermissions(file, Set.of()));
    assertThatNoException().isThrownBy(() -> PLAIN.setModes(file));
  }

  private static Path readme(Path out) {
    return out.resolve("package/a/1.0.0/docs/README.md");
  }
}
