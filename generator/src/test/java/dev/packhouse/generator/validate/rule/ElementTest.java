package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import org.junit.jupiter.api.Test;

final class ElementTest {
  private static final Value NOTHING = new Value.Null(Place.START);

  @Test
  void keepsANameThatAnAuthorCanRead() {
    assertThat(new Element("f.yml", "a.b", NOTHING).name()).isEqualTo("a.b");
  }

  @Test
  void shortensOverlongNamesAndStillTellsThemApart() {
    String one = new Element("f.yml", "a".repeat(5_000) + "b", NOTHING).name();
    String other = new Element("f.yml", "a".repeat(5_000) + "c", NOTHING).name();

    assertThat(one).hasSizeLessThanOrEqualTo(1_000).startsWith("aaa").isNotEqualTo(other);
  }

  @Test
  void cutsNoCharacterOfANameInHalf() {
    String name = new Element("f.yml", "a" + "\uD83D\uDE00".repeat(1_000), NOTHING).name();

    assertThat(name).matches("a(\uD83D\uDE00)+…\\p{XDigit}+");
  }
}
