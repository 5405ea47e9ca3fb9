package dev.packhouse.generator.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "90s, 90000000000",
    "1m30s, 90000000000",
    "-1.5s, -1500000000",
    "+.5ms, 500000",
    "1.us, 1000",
    "1.9ns, 1",
    "1µs1μs, 2000",
    "2562047h, 9223369200000000000",
  })
  void addsUpNumbersWithUnits(String text, BigInteger nanos) {
    assertThat(DurationText.nanos(text)).contains(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", ".s", "1 s", "1d", "1s ", "--1s", "00", "2562048h", "1e3s"})
  void takesNothingElse(String text) {
    assertThat(DurationText.nanos(text)).isEmpty();
  }
}
