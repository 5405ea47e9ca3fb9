package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void endsALineWithEachOfTheThreeEnds(String end) {
    String text = "a" + end + end + "bc";

    assertThat(Place.of(text, 0)).isEqualTo(Place.START);
    assertThat(Place.of(text, 1)).isEqualTo(new Place(1, 2));
    assertThat(Place.of(text, text.indexOf('c'))).isEqualTo(new Place(3, 2));
    assertThat(Place.of(text, text.length())).isEqualTo(new Place(3, 3));
  }

  @Test
  void countsAPairTheOtherWayRoundAsTwoEnds() {
    assertThat(Place.of("\n\ra", 2)).isEqualTo(new Place(3, 1));
  }

  @Test
  void countsTheHalvesOfACharacterOnce() {
    assertThat(Place.of("\uD83D\uDE00x", 2)).isEqualTo(new Place(1, 2));
  }
}
