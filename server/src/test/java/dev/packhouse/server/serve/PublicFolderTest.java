package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicFolderTest {
  @Test
  void findsRegularFiles(@TempDir Path temp) throws IOException {
    Files.writeString(Files.createDirectories(temp.resolve("a/b")).resolve("c d.txt"), "text");

    assertThat(PublicFolder.open(temp).find("a", "b/c d.txt"))
        .hasValueSatisfying(file -> assertThat(file.size()).isEqualTo(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "b",
        "nosuch",
        "../outside.txt",
        "b/../../outside.txt",
        "/etc/passwd",
        "b/c.txt/x",
        "b/./c.txt",
        "nul\0",
        "b/../b/c.txt"
      })
  void findsNeitherFoldersNorWhatIsOutside(String path, @TempDir Path temp) throws IOException {
    Files.writeString(Files.createDirectories(temp.resolve("a/b")).resolve("c.txt"), "text");
    Files.writeString(temp.resolve("outside.txt"), "text");

    assertThat(PublicFolder.open(temp).find("a", path)).isEmpty();
  }

  @Test
  void doesNotFollowLinks(@TempDir Path temp) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("public/a"));
    Path outside = Files.writeString(temp.resolve("outside.txt"), "text");
    Files.writeString(folder.resolve("inside.txt"), "text");
    Files.createSymbolicLink(folder.resolve("out.txt"), outside);
    Files.createSymbolicLink(folder.resolve("up"), temp);
    Files.createSymbolicLink(folder.resolve("in.txt"), folder.resolve("inside.txt"));
    PublicFolder files = PublicFolder.open(temp.resolve("public"));

    assertThat(files.find("a", "out.txt")).isEmpty();
    assertThat(files.find("a", "up/outside.txt")).isEmpty();
    assertThat(files.find("a", "in.txt")).isEmpty();
    assertThat(files.find("a", "inside.txt")).isPresent();
  }

  @Test
  void findsNothingUnderNamesThatAreTooLong(@TempDir Path temp) throws IOException {
    assertThat(PublicFolder.open(temp).find("a", "x".repeat(5_000))).isEmpty();
  }

  @Test
  void mayBeALinkItself(@TempDir Path temp) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("real"));
    Files.writeString(folder.resolve("a.txt"), "text");
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);

    assertThat(PublicFolder.open(link).find("a.txt")).isPresent();
  }
}
