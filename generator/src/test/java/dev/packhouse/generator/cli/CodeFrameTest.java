package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeFrameTest {
  @TempDir Path folder;

  @Test
  void putsTheCaretUnderTheCharacterAfterTabsAndLettersBeyondAscii() throws IOException {
    assertThat(frame("{\n\t\"é\": \"\uD83D\uDE00\", x\r\n}\n", 2, 12))
        .containsExactly(
            "    1 | {",
            "    2 |  \"é\": \"\uD83D\uDE00\", x",
            "      |            ^",
            "    3 | }");
  }

  @Test
  void showsThePartOfALongLineThatTheFindingIsAbout() throws IOException {
    List<String> frame = frame("a".repeat(5_000) + "X" + "b".repeat(5_000), 1, 5_001);

    assertThat(frame).hasSize(2).allMatch(line -> line.length() <= 110);
    assertThat(frame.getFirst().charAt(frame.getLast().indexOf('^'))).isEqualTo('X');
  }

  @Test
  void letsNoFileSteerTheTerminal() throws IOException {
    assertThat(frame("a: \u001B[2Jx\u202E\n", 1, 4).getFirst())
        .isEqualTo("    1 | a: \uFFFD[2Jx\uFFFD");
  }

  @Test
  void showsNothingOfAFileThatIsGoneOrShorter() throws IOException {
    assertThat(frame("a: 1\n", 7, 1)).isEmpty();
    assertThat(frame(finding(folder.resolve("gone.zip/a.yml").toString(), 1, 1))).isEmpty();
    assertThat(frame(finding("a\0b", 1, 1))).isEmpty();
  }

  private List<String> frame(String text, int line, int column) throws IOException {
    Path file = folder.resolve("file.yml");
    Files.writeString(file, text);
    return frame(finding(file.toString(), line, column));
  }

  private static List<String> frame(Finding finding) {
    return CodeFrame.of(finding, new SourceLines()).stream().map(CodeFrame.Line::text).toList();
  }

  private static Finding finding(String file, int line, int column) {
    return new Finding(
        Severity.ERROR, "a.b.c", file, Optional.of(new Place(line, column)), "Wrong.", "Mend it.");
  }
}
