package dev.packhouse.server.search;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.index.SamplePackage;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accidents with the files of an index: no answer comes from a byte that was not written for it.
 */
@SuppressWarnings("NullAway.Init")
final class DamagedIndexTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
  private static final int FLIPS_IN_A_FILE = 150;
  private static final SearchQuery EVERYTHING =
      new QueryParser(true)
          .search(QueryString.parse("all=true&prerelease=true"))
          .toOptional()
          .orElseThrow();

  /** What can happen to a file. */
  private interface Accident {
    void happen(Path file, byte[] bytes) throws IOException;
  }

  @TempDir Path root;
  private Path generation;
  private Path other;

  @BeforeEach
  void writeTwoIndexes() throws Exception {
    generation = write("one", "1.0.");
    other = write("other", "2.0.");
  }

  @Test
  void isRefusedWhereAFileWasCutShort() throws IOException {
    for (Path file : files()) {
      long size = Files.size(file);
      for (long left : List.of(0L, 1L, size / 2, size - 17, size - 1)) {
        assertRefused(file, (it, bytes) -> cut(it, left));
      }
    }
  }

  @Test
  void isRefusedWhereABitWasFlipped() throws IOException {
    for (Path file : files()) {
      int size = (int) Files.size(file);
      for (int at = 0; at < size; at += 1 + size / FLIPS_IN_A_FILE) {
        int place = at;
        assertRefused(file, (it, bytes) -> flip(it, bytes, place));
      }
    }
  }

  @Test
  void isRefusedWhereAFileIsMissing() throws IOException {
    for (Path file : files()) {
      assertRefused(file, (it, bytes) -> Files.delete(it));
    }
  }

  @Test
  void isRefusedWhereAFileIsOfAnotherGeneration() throws IOException {
    for (Path file : files()) {
      assertRefused(file, (it, bytes) -> Files.copy(twin(it), it, REPLACE_EXISTING));
    }
  }

  @Test
  void answersAsBeforeWhenItsFilesAreRemovedOrRenamedAwayWhileItIsOpen() throws IOException {
    try (LuceneRegistry open = LuceneRegistry.open(generation)) {
      String before = answer(open);
      for (Path file : files()) {
        Files.move(file, file.resolveSibling("away"), REPLACE_EXISTING);
        Files.copy(twin(file), file);
      }
      assertThat(answer(open)).isEqualTo(before);
      assertThat(open.isOpenOn(generation)).isFalse();
      for (Path file : files()) {
        Files.delete(file);
      }
      assertThat(answer(open)).isEqualTo(before);
      assertThat(open.isOpenOn(generation)).isFalse();
    }
  }

  @Test
  void givesNothingThatWasWrittenIntoItsFilesWhileItIsOpen() throws IOException {
    for (Path file : files()) {
      assertSilent(file, (it, bytes) -> cut(it, 0));
      assertSilent(file, (it, bytes) -> cut(it, bytes.length - 1));
      assertSilent(file, (it, bytes) -> flip(it, bytes, bytes.length / 2));
      assertSilent(file, (it, bytes) -> Files.write(it, Files.readAllBytes(twin(it))));
    }
  }

  @Test
  void givesNothingThatWasWrittenIntoItsFilesBeforeTheyWereRemoved() throws IOException {
    List<Path> refused = new ArrayList<>();
    for (Path file : files()) {
      try (LuceneRegistry open = LuceneRegistry.open(generation)) {
        byte[] bytes = Files.readAllBytes(file);
        String before = answer(open);
        flip(file, bytes, bytes.length / 2);
        Files.delete(file);
        if (!isAnsweredAs(before, open)) {
          refused.add(file);
          assertThat(isAnsweredAs(before, open)).isFalse();
        }
        Files.write(file, bytes);
      }
    }
    assertThat(refused).contains(generation.resolve("index/_0.cfs"));
  }

  @Test
  void givesAnswersNoEndThatWereReadFromFilesThatSomebodyHadWrittenInto() throws IOException {
    Path file = generation.resolve("index/_0.cfs");
    byte[] bytes = Files.readAllBytes(file);
    try (LuceneRegistry open = LuceneRegistry.open(generation)) {
      SearchAnswer answer = open.search(EVERYTHING);
      flip(file, bytes, bytes.length / 2);
      ByteArrayOutputStream out = new ByteArrayOutputStream();

      assertThatThrownBy(() -> answer.content().writeTo(out))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was written into");
      assertThat((long) out.size()).isLessThan(answer.length());
    }
  }

  /** False where the index refuses to answer. */
  private static boolean isAnsweredAs(String before, LuceneRegistry open) {
    try {
      assertThat(answer(open)).isEqualTo(before);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void isOpenOnItsOwnFolderAlone() throws IOException {
    try (LuceneRegistry open = LuceneRegistry.open(generation)) {
      assertThat(open.isOpenOn(generation)).isTrue();
      Files.writeString(generation.resolve("index/.nfs0001"), "what file systems leave");
      assertThat(open.isOpenOn(generation)).isTrue();
      assertThat(open.isOpenOn(other)).isFalse();
      assertThat(open.isOpenOn(root.resolve("none"))).isFalse();
    }
  }

  private void assertRefused(Path file, Accident accident) throws IOException {
    happens(
        file,
        accident,
        () ->
            assertThatThrownBy(() -> LuceneRegistry.open(generation).close())
                .as(file.toString())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(generation.resolve("index").toString())
                .message()
                .doesNotContain("\n"));
  }

  private void assertSilent(Path file, Accident accident) throws IOException {
    try (LuceneRegistry open = LuceneRegistry.open(generation)) {
      happens(
          file,
          accident,
          () ->
              assertThatThrownBy(() -> answer(open))
                  .isInstanceOf(IOException.class)
                  .hasMessage(
                      file + " was written into while it was open: generate the registry again"));
    }
  }

  /** Afterwards the file is as before. */
  private static void happens(Path file, Accident accident, Runnable then) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    accident.happen(file, bytes);
    then.run();
    Files.deleteIfExists(file); // whoever has it open keeps it as it is
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  private static void cut(Path file, long left) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(left);
    }
  }

  private static void flip(Path file, byte[] bytes, int at) throws IOException {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 4;
    Files.write(file, flipped);
  }

  /** The file of that name in the other index. */
  private Path twin(Path file) {
    return other.resolve("index").resolve(file.getFileName());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(generation.resolve("index"))) {
      List<Path> all = files.filter(file -> Files.exists(twin(file))).sorted().toList();
      assertThat(all).hasSizeGreaterThan(2);
      return all;
    }
  }

  private static String answer(LuceneRegistry registry) throws IOException {
    return AnswerReader.text(registry.search(EVERYTHING));
  }

  private Path write(String name, String version) throws Exception {
    List<IndexedPackage> versions = new ArrayList<>();
    for (int patch = 0; patch < 40; patch++) {
      versions.add(SamplePackage.of("p" + patch % 7, version + patch).build());
    }
    Path folder = root.resolve(name);
    SamplePackage.index(folder.resolve("index"), versions);
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
    return folder;
  }
}
