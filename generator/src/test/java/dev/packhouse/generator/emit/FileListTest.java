package dev.packhouse.generator.emit;

import static dev.packhouse.generator.emit.Sources.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that was damaged, or written by somebody else. */
final class FileListTest {
  @TempDir Path folder;

  private Path out = Path.of("");
  private Path list = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    out = folder.resolve("public");
    list = out.resolve("generations/000001/files.jsonl");
    Runs.publish(out, version("a", "1.0.0", "one"));
    assertThat(FileList.read(out, "000001")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/tmp/x",
        "../x",
        "ui",
        "ui/",
        "ui//x",
        "ui/./x",
        "ui/../../../x",
        "ui/../current.json",
        "ui/\0",
        "ui\\..\\x",
        "uix/x",
        "current.json",
        "changes.json",
        ".lock",
        "package/a/1.0.0/manifest.yml",
        "generations/000001/versions.jsonl"
      })
  void isNoneWhereItNamesWhatIsNotForPlainHosts(String path) throws IOException {
    List<ListedFile> files =
        new ArrayList<>(FileList.read(out, "000001").orElseThrow().files().values());
    files.add(new ListedFile(path, /* size= */ 1, "hash", Optional.empty()));
    try (OutputStream stream = Files.newOutputStream(list)) {
      FileList.write(files, stream);
    }

    requireThatTheNextRunMakesAnother();
  }

  @Test
  void isNoneWhereALineIsMissing() throws IOException {
    List<String> lines = Files.readAllLines(list);
    assertThat(lines).hasSize(9);
    for (int line = 0; line < lines.size(); line++) {
      List<String> cut = new ArrayList<>(lines);
      cut.remove(line);
      Files.write(list, cut);
      assertThat(FileList.read(out, "000001")).as("without line " + line).isEmpty();
    }

    requireThatTheNextRunMakesAnother();
  }

  @Test
  void isNoneWhereItEndsEarly() throws IOException {
    byte[] whole = Files.readAllBytes(list);
    for (int length = whole.length - 1; length >= 0; length--) {
      Files.write(list, Arrays.copyOf(whole, length));
      assertThat(FileList.read(out, "000001")).as(length + " bytes").isEmpty();
    }

    requireThatTheNextRunMakesAnother();
  }

  @Test
  void isNoneWithAByteThatIsNoText() throws IOException {
    byte[] bytes = Files.readAllBytes(list);
    bytes[10] = (byte) 0xff;
    Files.write(list, bytes);

    requireThatTheNextRunMakesAnother();
  }

  /** Nobody can read the first bytes of a process. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void isNamedWhereTheDiskFails() throws IOException {
    Files.delete(list);
    Files.createSymbolicLink(list, Path.of("/proc/self/mem"));

    assertThatIOException()
        .isThrownBy(() -> FileList.read(out, "000001"))
        .withMessageStartingWith("Cannot read " + list + ": ");
  }

  private void requireThatTheNextRunMakesAnother() throws IOException {
    Map<String, String> before = RegistryReader.tree(folder);
    assertThat(FileList.read(out, "000001")).isEmpty();
    assertThat(RegistrySweep.run(out, Runs.ONE, /* dryRun= */ false, new UnsyncedOperations()))
        .isEmpty();
    assertThat(RegistryReader.tree(folder)).isEqualTo(before);

    assertThat(Runs.publish(out, version("a", "1.0.0", "one")))
        .isEqualTo(new Publication.Switched("000002"));
    assertThat(FileList.read(out, "000002")).isPresent();
    assertThat(Folders.list(folder)).containsExactly(out);
  }
}
