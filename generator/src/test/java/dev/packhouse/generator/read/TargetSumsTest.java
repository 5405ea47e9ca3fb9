package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetSumsTest {
  private static final String SUM_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void readsAFileOnceForAllThatLeadsToIt() throws IOException {
    TargetSums sums = new TargetSums(4);
    Path file = file("a", "abc");

    assertThat(sums.of(file)).contains(SUM_OF_ABC);
    Files.writeString(file, "other");
    assertThat(sums.of(file)).contains(SUM_OF_ABC);
  }

  @Test
  void readsNoMoreOfAllFilesTogetherThanItMay() throws IOException {
    TargetSums sums = new TargetSums(6);

    assertThat(sums.of(file("a", "abc"))).contains(SUM_OF_ABC);
    assertThat(sums.of(file("b", "four"))).isEmpty();
    assertThat(sums.of(file("c", "abc"))).contains(SUM_OF_ABC);
    assertThat(sums.of(file("d", "1"))).isEmpty();
    assertThat(sums.of(folder.resolve("a"))).contains(SUM_OF_ABC);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
