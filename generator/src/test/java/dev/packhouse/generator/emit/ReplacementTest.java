package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Runs.publish;
import static dev.packhouse.generator.emit.Sources.id;
import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does to the registry that it finds. */
final class ReplacementTest {
  private static final FileOperations PLAIN = new UnsyncedOperations();

  @TempDir Path out;

  @Test
  void tellsAddedUnchangedAndChangedApart() throws IOException {
    publish(out, version("a", "1.0.0", "one"), version("b", "1.0.0", "one"));

    try (RegistryEmitter run = Runs.open(out)) {
      assertThat(run.stage(version("a", "1.0.0", "one")))
          .isInstanceOf(StageOutcome.Unchanged.class);
      assertThat(run.stage(version("b", "1.0.0", "two")))
          .isInstanceOfSatisfying(
              StageOutcome.Changed.class,
              changed -> {
                assertThat(changed.published())
                    .isEqualTo(run.published(id("b", "1.0.0")).orElseThrow().content());
                assertThat(changed.content().base())
                    .isEqualTo("revisions/" + changed.content().digest() + "/");
              });
      assertThat(run.stage(version("c", "1.0.0", "one"))).isInstanceOf(StageOutcome.Added.class);
    }
  }

  @Test
  void keepsWhatIsPublishedWhenTheChangeIsRefused() throws IOException {
    publish(out, version("a", "1.0.0", "one"));
    Map<String, String> before = RegistryReader.tree(out);

    try (RegistryEmitter run = Runs.open(out)) {
      run.stage(version("a", "1.0.0", "two"));
      VersionContent published = run.published(id("a", "1.0.0")).orElseThrow().content();
      run.add(published, Runs.record(published, "record"));
      run.publish(Runs.listings("unused"));
    }

    assertThat(RegistryReader.tree(out)).isEqualTo(before);
  }

  @Test
  void putsAReplacedVersionBesideTheOldOneAndLaterInItsPlace() throws IOException {
    publish(out, version("a", "1.0.0", "one"), version("b", "1.0.0", "b"));
    Map<String, String> first = RegistryReader.generation(out, "000001");

    publish(out, version("a", "1.0.0", "two"), version("b", "1.0.0", "b"));
    assertThat(RegistryReader.generation(out, "000001")).isEqualTo(first);
    assertThat(readme(out)).hasContent("one");
    assertThat(revisions()).isEqualTo(1);
    Map<String, String> second = RegistryReader.current(out);
    assertThat(second).isNotEqualTo(first);

    publish(
        out, version("a", "1.0.0", "two"), version("b", "1.0.0", "b"), version("c", "1.0.0", ""));
    assertThat(RegistryReader.generation(out, "000002")).isEqualTo(second);
    assertThat(readme(out)).as("plain hosts rather have the old than none").hasContent("one");

    publish(
        out, version("a", "1.0.0", "two"), version("b", "1.0.0", "b"), version("c", "1.0.0", ""));
    assertThat(RegistryReader.currentId(out)).isEqualTo("000004");
    assertThat(readme(out)).hasContent("two");

    publish(out, version("a", "1.0.0", "two"), version("b", "1.0.0", "b"));
    assertThat(revisions()).isZero();
    assertThat(RegistryReader.current(out)).isEqualTo(second);
  }

  @Test
  void returnsToContentThatIsStillKept() throws IOException {
    publish(out, version("a", "1.0.0", "one"));
    Map<String, String> first = RegistryReader.current(out);
    publish(out, version("a", "1.0.0", "two"));

    publish(out, version("a", "1.0.0", "one"));

    assertThat(RegistryReader.current(out)).isEqualTo(first);
    assertThat(RegistryReader.currentId(out)).isEqualTo("000003");
  }

  @Test
  void removesAVersionThatLeftOnceNoKeptGenerationNamesIt() throws IOException {
    publish(out, version("a", "1.0.0", "one"), version("gone", "1.0.0", "one"));

    publish(out, version("a", "1.0.0", "one"));
    assertThat(out.resolve("package/gone/1.0.0/manifest.yml")).exists();

    publish(out, version("a", "1.0.0", "one"), version("a", "2.0.0", "two"));
    assertThat(RegistryReader.tree(out).keySet()).noneMatch(path -> path.contains("gone"));
    assertThat(out.resolve("generations/000001")).doesNotExist();
    assertThat(out.resolve("generations/000002")).exists();
  }

  @Test
  void putsAChangedRecordBesideTheOldOne() throws IOException {
    publish(out, Runs.BOTH, PLAIN, "old", version("a", "1.0.0", "one"));
    Map<String, String> first = RegistryReader.current(out);

    publish(out, Runs.BOTH, PLAIN, "new", version("a", "1.0.0", "one"));

    assertThat(RegistryReader.generation(out, "000001")).isEqualTo(first);
    assertThat(out.resolve("records/a/1.0.0.json")).content().contains("old");
    PublishedVersion line =
        Generation.read(out, "000002", Map.of()).find(id("a", "1.0.0")).orElseThrow();
    assertThat(line.content().base()).isEmpty();
    assertThat(out.resolve(line.record())).content().contains("new");
  }

  @Test
  void makesOnlyTheFormatsThatAreWanted() throws IOException {
    publish(out, Set.of(ArchiveFormat.ZIP), PLAIN, "r", version("a", "1.0.0", "one"));
    assertThat(out.resolve("epr/a/a-1.0.0.tar.gz")).doesNotExist();
    Map<String, String> zip = RegistryReader.generation(out, "000001");

    publish(out, Runs.BOTH, PLAIN, "r", version("a", "1.0.0", "one"));
    assertThat(out.resolve("epr/a/a-1.0.0.tar.gz")).exists();
    assertThat(RegistryReader.generation(out, "000001")).isEqualTo(zip);
    assertThat(revisions()).isZero();

    publish(out, Set.of(ArchiveFormat.TAR_GZ), PLAIN, "r", version("a", "1.0.0", "one"));
    assertThat(out.resolve("epr/a/a-1.0.0.zip")).as("named by generation 2").exists();
    publish(out, Set.of(ArchiveFormat.TAR_GZ), PLAIN, "new", version("a", "1.0.0", "one"));
    assertThat(out.resolve("epr/a/a-1.0.0.zip")).doesNotExist();
  }

  @Test
  void seesAnotherSignatureOfTheSameZip(@TempDir Path folder) throws IOException {
    VersionSource source = Sources.zipVersion(folder, "a", "1.0.0", "zipped");
    publish(out, source);
    Files.writeString(source.zip().orElseThrow().signature().orElseThrow(), "another");

    try (RegistryEmitter run = Runs.open(out)) {
      assertThat(run.stage(source)).isInstanceOf(StageOutcome.Changed.class);
    }
  }

  private long revisions() throws IOException {
    return Folders.list(out.resolve("revisions")).size();
  }

  private static Path readme(Path out) {
    return out.resolve("package/a/1.0.0/docs/README.md");
  }
}
