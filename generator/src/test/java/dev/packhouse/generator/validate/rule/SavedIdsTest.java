package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SavedIdsTest {
  private final SavedIds ids = new SavedIds();

  @BeforeEach
  void addSome() {
    ids.add("lens", "example-traffic");
    ids.add("search", "example-traffic");
    ids.add("search", "example-errors");
  }

  @Test
  void hasAnObjectOnlyByItsTypeAndId() {
    assertThat(ids.has("search", "example-errors")).isTrue();
    assertThat(ids.has("lens", "example-errors")).isFalse();
    assertThat(ids.has("map", "example-errors")).isFalse();
  }

  @Test
  void knowsTheFirstTypeOfAnId() {
    assertThat(ids.typeOf("example-traffic")).contains("lens");
    assertThat(ids.typeOf("example-errors")).contains("search");
    assertThat(ids.typeOf("example-trafic")).isEmpty();
  }

  @Test
  void findsAnIdOfTheTypeThatDiffersInOnePlace() {
    assertThat(ids.near("search", "example-trafic")).contains("example-traffic");
    assertThat(ids.near("lens", "example-error")).isEmpty();
    assertThat(ids.near("map", "example-trafic")).isEmpty();
  }

  @Test
  void guessesNoMoreAfterVeryMuchWasCompared() {
    String id = "x".repeat(1_000_000);
    ids.add("map", id);

    assertThat(ids.near("map", id + "y")).contains(id);
    for (int i = 0; i < 60; i++) {
      ids.near("map", id + "y");
    }

    assertThat(ids.near("map", id + "y")).isEmpty();
  }
}
