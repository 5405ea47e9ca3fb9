package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SaidTest {
  private static final Finding ERROR = error("a.yml", 2, "release.invalid");

  @Test
  void coversWhatElseIsWrongInTheLine() {
    assertThat(Said.of(List.of(ERROR)).covers(error("a.yml", 2, "content.value.choice"))).isTrue();
    assertThat(Said.of(List.of(ERROR)).covers(error("a.yml", 3, "content.value.choice"))).isFalse();
    assertThat(Said.of(List.of(ERROR)).covers(error("b.yml", 2, "content.value.choice"))).isFalse();
  }

  @Test
  void coversTheSameInAnotherLineOfTheFile() {
    assertThat(Said.of(List.of(ERROR)).covers(error("a.yml", 9, "release.invalid"))).isTrue();
    assertThat(Said.of(List.of(ERROR)).covers(error("b.yml", 9, "release.invalid"))).isFalse();
  }

  @Test
  void coversWhatIsMissingInTheFileByAnyName() {
    Said said = Said.of(List.of(error("a.yml", 1, "manifest.title.missing")));

    assertThat(said.covers(error("a.yml", 3, "content.key.missing"))).isTrue();
    assertThat(said.covers(error("a.yml", 3, "content.key.unknown"))).isFalse();
  }

  @Test
  void coversNoErrorByAWarning() {
    Said warned = Said.of(List.of(ERROR.asWarning()));

    assertThat(warned.covers(ERROR)).isFalse();
    assertThat(warned.covers(ERROR.asWarning())).isTrue();
    assertThat(Said.of(List.of(ERROR)).covers(ERROR.asWarning())).isTrue();
  }

  private static Finding error(String file, int line, String code) {
    return new Finding(
        Severity.ERROR, code, file, Optional.of(new Place(line, 1)), "Wrong.", "Mend it.");
  }
}
