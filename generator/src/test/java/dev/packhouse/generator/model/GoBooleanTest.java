package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoBooleanTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "t", "T", "true", "TRUE", "True"})
  void readsTrue(String text) {
    assertThat(GoBoolean.parse(text)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "f", "F", "false", "FALSE", "False"})
  void readsFalse(String text) {
    assertThat(GoBoolean.parse(text)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " true", "tRUE", "yes", "on", "01", "2"})
  void readsNothingElse(String text) {
    assertThat(GoBoolean.parse(text)).isEmpty();
  }
}
