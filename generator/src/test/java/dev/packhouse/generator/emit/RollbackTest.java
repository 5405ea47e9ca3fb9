package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three generations with one version, which was replaced twice, and rollbacks among them. */
final class RollbackTest {
  private static final Retention TWO = new Retention(/* older= */ 2, Duration.ZERO);

  @TempDir Path folder;

  @Test
  void showsTheGenerationBeforeAndLeavesTheOneThatCountedWhole() throws IOException {
    Path out = threeGenerations();
    Map<String, String> second = RegistryReader.generation(out, "000002");
    Map<String, String> third = RegistryReader.current(out);

    assertThat(rollback(out, "")).isEqualTo(new Publication.Switched("000002"));

    assertThat(RegistryReader.current(out)).isEqualTo(second);
    assertThat(RegistryReader.generation(out, "000003")).isEqualTo(third);
    assertThat(out.resolve("search.json"))
        .hasSameBinaryContentAs(out.resolve("generations/000002/search.json"));
    assertThat(out.resolve("current.json"))
        .hasContent(
            "{\"format\":1,\"generation\":\"000002\",\"generator\":\"\","
                + "\"older\":[\"000003\",\"000001\"]}\n");
    assertThat(out.resolve(".staging")).doesNotExist();
  }

  @Test
  void goesBackByOneEachTimeAndForwardByName() throws IOException {
    Path out = threeGenerations();

    assertThat(rollback(out, "")).isEqualTo(new Publication.Switched("000002"));
    assertThat(rollback(out, "")).isEqualTo(new Publication.Switched("000001"));
    assertThat(rollback(out, "3")).isEqualTo(new Publication.Switched("000003"));
    assertThat(rollback(out, "000003")).isEqualTo(new Publication.AlreadyCurrent("000003"));
  }

  @Test
  void goesBackToWhatCountedAndNotToWhatWasWithdrawn() throws IOException {
    Path out = threeGenerations();
    rollback(out, "1");

    assertThat(Runs.publish(out, TWO, version("a", "1.0.0", "four")))
        .isEqualTo(new Publication.Switched("000004"));

    assertThat(rollback(out, "")).isEqualTo(new Publication.Switched("000001"));
  }

  @Test
  void lastsUntilTheNextRunWhichKeepsWhatReadersHaveOpen() throws IOException {
    Path out = threeGenerations();
    rollback(out, "");
    Map<String, String> second = RegistryReader.current(out);

    assertThat(Runs.publish(out, version("a", "1.0.0", "three")))
        .isEqualTo(new Publication.Switched("000004"));

    assertThat(out.resolve("generations"))
        .isDirectoryContaining("glob:**/000002")
        .isDirectoryContaining("glob:**/000004")
        .isDirectoryNotContaining("glob:**/000003");
    assertThat(RegistryReader.generation(out, "000002")).isEqualTo(second);
    assertThat(RegistryReader.current(out)).isNotEqualTo(second);
  }

  @Test
  void givesNoNumberTwiceEvenIfTheGenerationRolledBackFromIsGone() throws IOException {
    Path out = threeGenerations();
    rollback(out, "");
    new FileOperations().deleteTree(out.resolve("generations/000003"));

    assertThat(Runs.publish(out)).isEqualTo(new Publication.Switched("000004"));
  }

  @Test
  void leadsAwayFromAGenerationThatNoRunCanBuildOn() throws IOException {
    Path out = threeGenerations();
    Files.writeString(out.resolve("generations/000003/versions.jsonl"), "{");
    assertThatIOException().isThrownBy(() -> Runs.publish(out));

    rollback(out, "");

    assertThat(KeptGenerations.read(out).pointer().orElseThrow().older()).containsExactly("000001");
    assertThat(Runs.publish(out, version("a", "1.0.0", "four")))
        .isEqualTo(new Publication.Switched("000004"));
  }

  @Test
  void buildsOnNothingThatItCannotReadAndSaysWhatToDo() throws IOException {
    Path out = threeGenerations();
    Files.delete(out.resolve("generations/000001/versions.jsonl"));

    assertThatIOException()
        .isThrownBy(() -> Runs.publish(out))
        .withMessage(
            "generation 000001 in %s cannot be built on".formatted(out)
                + " (remove its folder if no server shows it any more)");
    new FileOperations().deleteTree(out.resolve("generations/000001"));
    assertThat(Runs.publish(out)).isEqualTo(new Publication.Switched("000004"));
  }

  @ParameterizedTest
  @CsvSource({
    "records/a/1.0.0.json, there is no records/a/1.0.0.json",
    "epr/a/a-1.0.0.zip, there is no epr/a/a-1.0.0.zip",
    "package/a/1.0.0, there is no package/a/1.0.0",
    "generations/000001/search.json, there is no generations/000001/search.json",
    "generations/000001/feeds/all.atom, there is no generations/000001/feeds/all.atom",
    "generations/000001/files.jsonl, generations/000001/files.jsonl is missing or cannot be read"
  })
  void refusesAGenerationThatLostSomething(String lost, String reason) throws IOException {
    Path out = threeGenerations();
    new FileOperations().deleteTree(out.resolve(lost));
    Map<String, String> before = RegistryReader.tree(out);

    assertThatIOException()
        .isThrownBy(() -> rollback(out, "1"))
        .withMessage(
            "cannot roll back to generation 000001 in %s: %s; 000003 stays the current one"
                .formatted(out, reason));
    assertThat(RegistryReader.tree(out)).isEqualTo(before);
  }

  @Test
  void refusesAGenerationWhosePagesHaveOtherSizes() throws IOException {
    Path out = threeGenerations();
    Files.writeString(out.resolve("generations/000001/feeds/all.atom"), "short");

    assertThatIOException()
        .isThrownBy(() -> rollback(out, "1"))
        .withMessageContaining(
            "generations/000001/feeds/all.atom has not the size that was published");
  }

  @Test
  void namesWhatIsKeptWhereTheWantedIsNot() throws IOException {
    Path out = threeGenerations();

    assertThatIOException()
        .isThrownBy(() -> rollback(out, "7"))
        .withMessage(
            ("there is no generation 7 in %s to roll back to: 000003 is the current one, and --to"
                    + " takes one of those that are kept: 000002, 000001; generate --keep N keeps"
                    + " more")
                .formatted(out));
    rollback(out, "1");
    assertThatIOException()
        .isThrownBy(() -> rollback(out, ""))
        .withMessageStartingWith("there is no older generation in ")
        .withMessageContaining("000001 is the current one, and --to takes one of those that are")
        .withMessageContaining("kept: 000003, 000002;");
  }

  @Test
  void makesNoFolderWhereNothingIsPublished() {
    Path missing = folder.resolve("missing");

    assertThatIOException()
        .isThrownBy(() -> rollback(missing, ""))
        .withMessageStartingWith("there is no registry in " + missing);
    assertThat(missing).doesNotExist();
  }

  @Test
  void waitsForNoOtherGenerator() throws IOException {
    Path out = threeGenerations();
    try (RegistryEmitter run = Runs.open(out)) {
      assertThat(run.isChanged()).isTrue();
      assertThatIOException()
          .isThrownBy(() -> rollback(out, ""))
          .withMessage("Another generator is writing to " + out);
    }
  }

  @Test
  void isEntirelyBeforeOrEntirelyAfterAStopBeforeAnyChange() throws IOException {
    Map<String, String> third = RegistryReader.current(threeGenerations());
    Map<String, String> second = RegistryReader.generation(folder.resolve("public"), "000002");
    int stops = 0;
    for (boolean stopped = true; stopped; stops++) {
      new FileOperations().deleteTree(folder.resolve("public"));
      Path out = threeGenerations();
      StoppingOperations stopping = new StoppingOperations(stops);
      stopped = stops(out, stopping);

      String current = RegistryReader.currentId(out);
      assertThat(RegistryReader.current(out))
          .as(stopping.at)
          .isEqualTo(current.equals("000003") ? third : second);
      rollback(out, "2");
      assertThat(RegistryReader.current(out)).as(stopping.at).isEqualTo(second);
      assertThat(out.resolve("search.json"))
          .hasSameBinaryContentAs(out.resolve("generations/000002/search.json"));
    }
    assertThat(stops).isGreaterThan(15);
  }

  /** The pointer is renamed, then forced; what fails later must not look as if nothing was done. */
  @ParameterizedTest
  @CsvSource({"force, ''", "move, search.json"})
  void saysWhichGenerationCountsWhereTheCopiesCouldNotFollow(String operation, String path)
      throws IOException {
    Path out = threeGenerations();
    FileOperations failing =
        new UnsyncedOperations() {
          @Override
          void before(String happening, Path at) throws IOException {
            if (happening.equals(operation) && at.equals(out.resolve(path))) {
              throw new IOException(at + ": Input/output error");
            }
          }
        };

    try (RegistryRollback rollback =
        RegistryRollback.open(out, Optional.empty(), Optional.of(Runs.TIME), failing)) {
      assertThatIOException()
          .isThrownBy(rollback::switchBack)
          .withMessage(
              ("Generation 000002 is the current one in %s, but not all copies of it are in line:"
                      + " %s: Input/output error; do not roll back again, run packhouse sweep"
                      + " --out %s")
                  .formatted(out, out.resolve(path), out));
    }
    assertThat(RegistryReader.currentId(out)).isEqualTo("000002");
    RegistrySweep.run(out, TWO, /* dryRun= */ false, new UnsyncedOperations());
    assertThat(out.resolve("search.json"))
        .hasSameBinaryContentAs(out.resolve("generations/000002/search.json"));
  }

  private static boolean stops(Path out, FileOperations operations) throws IOException {
    try (RegistryRollback rollback =
        RegistryRollback.open(out, Optional.empty(), Optional.of(Runs.TIME), operations)) {
      rollback.switchBack();
      return false;
    } catch (IOException stopped) {
      return true;
    }
  }

  private static Publication rollback(Path out, String to) throws IOException {
    Optional<String> target = Optional.of(to).filter(it -> !it.isEmpty());
    try (RegistryRollback rollback =
        RegistryRollback.open(out, target, Optional.of(Runs.TIME), new UnsyncedOperations())) {
      return rollback.switchBack();
    }
  }

  private Path threeGenerations() throws IOException {
    Path out = folder.resolve("public");
    for (String text : List.of("one", "two", "three")) {
      Runs.publish(out, TWO, version("a", "1.0.0", text));
    }
    return out;
  }

  /** Does nothing from one change on. */
  private static final class StoppingOperations extends UnsyncedOperations {
    private int left;
    private String at = "";

    StoppingOperations(int left) {
      this.left = left;
    }

    @Override
    void before(String operation, Path path) throws IOException {
      if (left-- <= 0) {
        at = at.isEmpty() ? operation + " " + path : at;
        throw new IOException("stopped");
      }
    }
  }
}
