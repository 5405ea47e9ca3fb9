package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1023, 1023", "32k, 32768", "1M, 1048576", "3G, 3221225472", "1536, 1536"})
  void readsWhatItWrites(String text, long bytes) {
    assertThat(ByteSize.parse(text)).contains(bytes);
    assertThat(ByteSize.text(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1024, 1k", "2048k, 2M", "4K, 4k"})
  void writesTheLargestUnitThatFits(String text, String written) {
    assertThat(ByteSize.parse(text).map(ByteSize::text)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5M", "1MB", "1 M", "k", "12345678901234"})
  void refusesWhatIsNoSize(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }
}
