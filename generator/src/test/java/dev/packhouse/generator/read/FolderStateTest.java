package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStateTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir Path root;
  private Path file;
  private FolderState before;

  @BeforeEach
  void writeAPackage() throws IOException {
    file = Files.createDirectories(root.resolve("a/1.0.0")).resolve("manifest.yml");
    Files.writeString(file, "name: a\n");
    Files.setLastModifiedTime(file, TIME);
    before = now();
  }

  @Test
  void staysWhereNothingHappens() throws IOException {
    assertThat(now()).isEqualTo(before);
  }

  @Test
  void changesWithAVersionAddedInsideOfAPackage() throws IOException {
    Files.createDirectories(root.resolve("a/1.0.1"));
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void changesWithTheSizeOfAFile() throws IOException {
    Files.writeString(file, "name: ab\n");
    Files.setLastModifiedTime(file, TIME);
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void changesWithTheTimeOfAFile() throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(TIME.toInstant().plusSeconds(1)));
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void changesWhereAFileIsReplacedByOneOfTheSameSizeAndTime() throws IOException {
    Path other = Files.writeString(root.resolveSibling("other"), "name: b\n");
    Files.setLastModifiedTime(other, TIME);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void changesWhenAFileIsRenamed() throws IOException {
    Files.move(file, file.resolveSibling("other.yml"));
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void changesWhenAllIsGone() throws IOException {
    Files.delete(file);
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void doesNotFollowLinksToFolders() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("a/link"), elsewhere);
    FolderState linked = look(root.resolve("a"));
    Files.writeString(elsewhere.resolve("file"), "");
    assertThat(look(root.resolve("a"))).isEqualTo(linked);
  }

  @Test
  void endsEarlyWhereItIsToldTo() throws IOException {
    Files.createDirectories(root.resolve("b/1.0.0"));
    assertThat(FolderState.of(List.of(root), () -> true)).isNotEqualTo(now());
  }

  @Test
  void looksEmptyWhereThereIsNoFolder() throws IOException {
    assertThat(look(root.resolve("none"))).isEqualTo(look());
  }

  private FolderState now() throws IOException {
    return look(root);
  }

  private static FolderState look(Path... roots) throws IOException {
    return FolderState.of(List.of(roots), () -> false);
  }
}
