package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "10s, PT10S",
    "10m, PT10M",
    "1h30m, PT1H30M",
    "500ms, PT0.5S",
    "1.5h, PT1H30M",
    "1m1m, PT2M",
    "7us, PT0.000007S",
    "7µs, PT0.000007S",
    "600, PT10M"
  })
  void readsWhatGoWrites(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "10 m", "10d", "-1s", "+1s", ".s", "1e3s", "PT1S", "10M"})
  void refusesOtherTexts(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @Property
  void readsBackWhatItWrites(
      @ForAll @LongRange(min = 0, max = 3_000_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Duration duration = Duration.ofSeconds(seconds, nanos);
    assertThat(GoDuration.parse(GoDuration.text(duration))).contains(duration);
  }
}
