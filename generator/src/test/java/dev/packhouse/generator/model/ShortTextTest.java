package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShortTextTest {
  private static final String FACE = "\uD83D\uDE00";

  @Test
  void keepsWhatIsNotLong() {
    assertThat(ShortText.of("x".repeat(1_000))).isEqualTo("x".repeat(1_000));
  }

  @Test
  void leavesOutTheMiddleOfWhatIs() {
    assertThat(ShortText.of("a".repeat(500) + "b" + "c".repeat(500)))
        .isEqualTo("a".repeat(500) + " … " + "c".repeat(500));
  }

  @Test
  void cutsNoCharacterInHalf() {
    String odd = "a" + FACE.repeat(1_000) + "c";

    assertThat(ShortText.of(odd))
        .isEqualTo("a" + FACE.repeat(249) + " … " + FACE.repeat(249) + "c");
  }

  @Test
  void keepsTheBeginningOfWhatIsLongerThanSaid() {
    assertThat(ShortText.start("abc", 3)).isEqualTo("abc");
    assertThat(ShortText.start("abcd", 3)).isEqualTo("abc…");
  }

  @Test
  void endsABeginningBehindAWholeCharacter() {
    assertThat(ShortText.start(FACE + FACE, 3)).isEqualTo(FACE + "…");
    assertThat(ShortText.start(FACE + FACE, 2)).isEqualTo(FACE + "…");
  }
}
