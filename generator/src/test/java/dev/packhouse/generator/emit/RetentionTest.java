package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.packhouse.generator.emit.RegistrySweep.Leftover;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetentionTest {
  private static final Retention AN_HOUR = new Retention(/* older= */ 1, Duration.ofHours(1));

  @TempDir Path out;

  @ParameterizedTest
  @CsvSource({"1, 000004 000003", "2, 000004 000003 000002", "9, 000004 000003 000002 000001"})
  void keepsSoManyWholeBesideTheCurrentOne(int older, String expected) throws IOException {
    Retention retention = new Retention(older, Duration.ZERO);
    for (String text : List.of("one", "two", "three", "four")) {
      Runs.publish(out, retention, version("a", "1.0.0", text));
    }

    assertThat(generations()).isEqualTo(expected);
    for (String id : expected.split(" ", -1)) {
      assertThat(RegistryReader.generation(out, id)).containsKey("file/a-1.0.0/manifest.yml");
    }
  }

  @Test
  void keepsOthersUntilTheirGraceIsOver() throws IOException {
    for (String text : List.of("one", "two", "three", "four")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text));
    }
    assertThat(generations()).isEqualTo("000004 000003 000002 000001");

    // 1 ended when 2 began, and so on.
    began("000002", Duration.ofMinutes(61));
    began("000003", Duration.ofMinutes(59));
    Runs.publish(out, AN_HOUR, version("a", "1.0.0", "four"));

    assertThat(generations()).isEqualTo("000004 000003 000002");
    assertThat(out.resolve("generations/000001")).doesNotExist();
    assertThat(RegistryReader.generation(out, "000002")).isNotEmpty();
  }

  @Test
  void countsTheGraceOfWhatWasRolledBackFromTheRollback() throws IOException {
    for (String text : List.of("one", "two")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text));
    }
    began("000001", Duration.ofHours(9));
    try (RegistryRollback rollback =
        RegistryRollback.open(
            out, Optional.empty(), Optional.of(Runs.TIME), new UnsyncedOperations())) {
      rollback.switchBack();
    }

    Runs.publish(out, AN_HOUR, version("a", "1.0.0", "three"));

    assertThat(generations()).isEqualTo("000003 000001 000002");
  }

  @Test
  void sweepsWhatIsNotKeptAndWhatNobodyNames() throws IOException {
    for (String text : List.of("one", "two", "three")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text), version("b", "1.0.0", text));
    }
    Files.createDirectories(out.resolve(".staging/000009"));
    Files.writeString(out.resolve(".staging/000009/half"), "half");
    Files.writeString(out.resolve("records/a/9.9.9.json"), "{}");
    Files.writeString(out.resolve("search.json"), "[");
    Map<String, String> before = RegistryReader.tree(out);
    Map<String, String> current = RegistryReader.current(out);

    List<Leftover> planned = sweep(Runs.ONE, true);

    assertThat(RegistryReader.tree(out)).isEqualTo(before);
    assertThat(planned)
        .contains(new Leftover(".staging", 1, 4), new Leftover("records/a/9.9.9.json", 1, 2))
        .extracting(Leftover::path)
        .contains("generations/000001");

    assertThat(sweep(Runs.ONE, false)).isEqualTo(planned);

    assertThat(generations()).isEqualTo("000003 000002");
    assertThat(planned).allSatisfy(it -> assertThat(out.resolve(it.path())).doesNotExist());
    assertThat(RegistryReader.current(out)).isEqualTo(current);
    assertThat(RegistryReader.generation(out, "000002")).isNotEmpty();
    assertThat(out.resolve("search.json"))
        .hasSameBinaryContentAs(out.resolve("generations/000003/search.json"));
    assertThat(sweep(Runs.ONE, false)).isEmpty();
  }

  @Test
  void makesRoomOnADiskThatIsTooFullForCopiesAndLeavesThoseThatAreThere() throws IOException {
    for (String text : List.of("one", "two", "three")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text));
    }
    Files.writeString(out.resolve("records/a/8.8.8.json"), "{}");
    Files.writeString(out.resolve("records/a/9.9.9.json"), "{}");
    Files.writeString(out.resolve("feeds/old.atom"), "old");
    Files.writeString(out.resolve("search.json"), "[");
    FileOperations full =
        new UnsyncedOperations() {
          @Override
          void before(String operation, Path path) throws IOException {
            if (operation.equals("write") && path.toString().contains("copies")) {
              throw new IOException("No space left on device");
            }
            if (operation.equals("delete") && path.endsWith("8.8.8.json")) {
              throw new IOException("Operation not permitted");
            }
          }
        };

    assertThatIOException()
        .isThrownBy(() -> RegistrySweep.run(out, Runs.ONE, /* dryRun= */ false, full))
        .withMessage(
            "Generation 000003 is published below %s, but not all was tidied up: No space left on device"
                .formatted(out))
        .satisfies(
            it ->
                assertThat(it.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("Operation not permitted"));

    assertThat(generations()).isEqualTo("000003 000002");
    assertThat(out.resolve("records/a/9.9.9.json")).doesNotExist();
    assertThat(out.resolve("feeds/old.atom")).exists();
    assertThat(out.resolve(".staging")).doesNotExist();
    assertThat(sweep(Runs.ONE, false))
        .extracting(Leftover::path)
        .containsExactly("feeds/old.atom", "records/a/8.8.8.json");
    assertThat(out.resolve("search.json"))
        .hasSameBinaryContentAs(out.resolve("generations/000003/search.json"));
  }

  @Test
  void makesRoomForThePointerWithoutTouchingWhatTheOldOneNames() throws IOException {
    for (String text : List.of("one", "two", "three")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text));
    }
    Files.writeString(out.resolve("records/a/9.9.9.json"), "{}");
    FileOperations full =
        new UnsyncedOperations() {
          @Override
          void before(String operation, Path path) throws IOException {
            if (operation.equals("write")) {
              throw new IOException("No space left on device");
            }
          }
        };

    assertThatIOException()
        .isThrownBy(() -> RegistrySweep.run(out, Runs.ONE, /* dryRun= */ false, full))
        .withMessageContaining("No space left on device");

    assertThat(out.resolve("records/a/9.9.9.json")).doesNotExist();
    assertThat(generations()).isEqualTo("000003 000002 000001");
    assertThat(RegistryReader.generation(out, "000001")).isNotEmpty();
  }

  @Test
  void sweepsNothingBeforeItsTime() throws IOException {
    for (String text : List.of("one", "two", "three")) {
      Runs.publish(out, AN_HOUR, version("a", "1.0.0", text));
    }

    assertThat(sweep(AN_HOUR, false)).isEmpty();
    assertThat(generations()).isEqualTo("000003 000002 000001");
  }

  private List<Leftover> sweep(Retention retention, boolean dryRun) throws IOException {
    return RegistrySweep.run(out, retention, dryRun, new UnsyncedOperations());
  }

  private void began(String generation, Duration ago) throws IOException {
    Files.setLastModifiedTime(
        out.resolve("generations").resolve(generation).resolve("versions.jsonl"),
        FileTime.from(Files.getLastModifiedTime(out.resolve(".lock")).toInstant().minus(ago)));
  }

  /** As the pointer names them; all of them have their folders. */
  private String generations() throws IOException {
    KeptGenerations kept = KeptGenerations.read(out);
    List<String> ids =
        Stream.concat(
                kept.pointer().stream().map(it -> it.generation()),
                kept.pointer().stream().flatMap(it -> it.older().stream()))
            .toList();
    assertThat(kept.generations()).extracting(Generation::id).isEqualTo(ids);
    return String.join(" ", ids);
  }
}
