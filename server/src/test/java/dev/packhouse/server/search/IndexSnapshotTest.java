package dev.packhouse.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.index.SamplePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexSnapshotTest {
  @TempDir Path folder;

  @BeforeEach
  void writeGoodIndex() throws Exception {
    SamplePackage.index(folder, List.of(SamplePackage.of("a", "1.0.0").build()));
  }

  @Test
  void opensGoodIndex() throws Exception {
    try (IndexSnapshot snapshot = open(folder)) {
      assertThat(snapshot.segment().orElseThrow().numDocs()).isEqualTo(1);
    }
  }

  @Test
  void refusesFolderThatIsNotThereAndDoesNotMakeIt() {
    Path missing = folder.resolve("missing");

    assertRefused(missing, "no index in " + missing);
    assertThat(missing).doesNotExist();
  }

  @Test
  void refusesFolderWithoutIndex() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertRefused(empty, "no index in " + empty);
  }

  @Test
  void staysReadableForThoseWhoRetainedItBeforeItWasClosed() throws Exception {
    IndexSnapshot snapshot = open(folder);
    snapshot.retain();
    snapshot.close();

    assertThat(snapshot.matches(MatchAllDocsQuery.INSTANCE).nextDoc()).isZero();
    snapshot.release();
    assertThatThrownBy(snapshot::retain).isInstanceOf(AlreadyClosedException.class);
  }

  @Test
  void refusesIndexOfAnotherFormat() throws Exception {
    commit(Map.of("packhouse.index.format", "99"));

    assertRefused(
        folder,
        "the index in %s has format 99, this server reads format %d: generate it again"
            .formatted(folder, IndexFields.FORMAT));
  }

  @Test
  void refusesIndexThatNamesNoFormat() throws Exception {
    commit(Map.of());

    assertRefused(
        folder,
        "the index in %s has format unknown, this server reads format %d: generate it again"
            .formatted(folder, IndexFields.FORMAT));
  }

  @Test
  void refusesDamagedIndex() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    assertRefused(
        folder, "the index in " + folder + " is damaged or of another version: generate it again");
  }

  @Test
  void refusesIndexThatMissesFile() throws Exception {
    Files.delete(folder.resolve("_0.si"));

    assertRefused(
        folder, "the index in " + folder + " is damaged or of another version: generate it again");
  }

  private void commit(Map<String, String> data) throws IOException {
    try (MMapDirectory directory = new MMapDirectory(folder);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private static void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> open(folder).close())
        .isInstanceOf(IOException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static IndexSnapshot open(Path folder) throws IOException {
    return IndexSnapshot.open(folder, Integer.toString(IndexFields.FORMAT));
  }
}
