package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaxHeaderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 90, 91, 92, 988, 989, 990, 991, 9_990})
  void countsItsOwnDigits(int nameLength) {
    byte[] record = PaxHeader.path("x".repeat(nameLength).getBytes(StandardCharsets.US_ASCII));

    assertThat(new String(record, StandardCharsets.US_ASCII))
        .matches(record.length + " path=x{" + nameLength + "}\n");
  }
}
