package dev.packhouse.generator.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FindingKeyTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void staysTheSameWhenLinesMoveAndNumbersChange() {
    assertThat(key("a/b.yml", 1, "", "Line 3 has 12 bytes.", HERE))
        .isEqualTo(key("./a/c/../b.yml", 7, "", "Line 9 has 1 bytes.", HERE))
        .isNotEqualTo(key("a/b.yml", 1, "", "Line 3 has 12 letters.", HERE))
        .isNotEqualTo(key("a/c.yml", 1, "", "Line 3 has 12 bytes.", HERE));
  }

  @Test
  void knowsAFieldByItsNameAndNotByItsPosition() {
    assertThat(key("a", 1, "inputs[0].vars[x2]", "One.", HERE))
        .isEqualTo(key("a", 1, "inputs[1].vars[x2]", "Other.", HERE))
        .isNotEqualTo(key("a", 1, "inputs[0].vars[x3]", "One.", HERE));
  }

  @Test
  void namesFilesAsTheyAreFromTheFolder() {
    assertThat(key("a/b.yml", 1, "", "x", HERE.resolve("a")).file()).isEqualTo("b.yml");
    assertThat(key("b.yml", 1, "", "x", HERE.resolve("a")).file())
        .isEqualTo(HERE.resolve("b.yml").toString());
    assertThat(key("a.zip/b\0c", 1, "", "x", HERE).file()).isEqualTo("a.zip/b\0c");
  }

  private static FindingKey key(String file, int line, String field, String message, Path folder) {
    return FindingKey.of(
        new Finding(
            Severity.ERROR,
            "a.b.c",
            file,
            Optional.of(new Place(line, 1)),
            Optional.of(field).filter(it -> !it.isEmpty()),
            message,
            "Mend it."),
        folder);
  }
}
