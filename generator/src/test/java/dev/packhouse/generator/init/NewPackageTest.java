package dev.packhouse.generator.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class NewPackageTest {
  @TempDir Path folder;

  @Test
  void writesAllFilesAndNothingBesideThem() throws IOException {
    Path made = folder.resolve("made");

    NewPackage.write(Map.of("a/b", "text"), made);
    assertThat(made.resolve("a/b")).hasContent("text");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(made));
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(folder.resolve("other"))));
  }

  /** As on a disk that is full: what cannot be written is a file below another file. */
  @Test
  void leavesNothingWhereAFileCannotBeWritten() {
    Path made = folder.resolve("made");

    assertThatIOException()
        .isThrownBy(() -> NewPackage.write(new TreeMap<>(Map.of("a", "1", "a/b", "2")), made))
        .withMessage("cannot make " + made + ": the system refuses it");
    assertThat(folder).isEmptyDirectory();
  }

  /** Nobody can make folders there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheFolderWhereNothingCanBeMade() {
    assertThatIOException()
        .isThrownBy(() -> NewPackage.write(Map.of("a", "1"), Path.of("/proc/made")))
        .withMessage("cannot make /proc/made: there is no such file or folder")
        .withNoCause();
  }

  @Test
  void leavesALinkToNothingAlone() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("made"), folder.resolve("missing"));

    assertThatIOException()
        .isThrownBy(() -> NewPackage.write(Map.of("a", "1"), link))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(link).isSymbolicLink();
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(link));
  }
}
