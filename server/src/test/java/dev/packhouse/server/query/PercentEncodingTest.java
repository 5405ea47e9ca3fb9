package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PercentEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%zz", "a%", "%%41", "%4g", "%-1", "%+1"})
  void refusesPercentSignWithoutTwoDigits(String raw) {
    assertThat(PercentEncoding.decodePath(raw)).isEmpty();
  }

  @Test
  void takesPlusForBlankInQueriesOnly() {
    assertThat(PercentEncoding.decodePath("a+b")).hasValue("a+b");
    assertThat(PercentEncoding.decodeQuery("a+b%2b")).hasValue("a b+");
  }

  @Test
  void keepsWhatMayStandInPathAndEncodesTheRest() {
    assertThat(PercentEncoding.encodePath("/a b/é\\\"<%?#[1]+~.zip"))
        .isEqualTo("/a%20b/%C3%A9%5C%22%3C%25%3F%23%5B1%5D+~.zip");
  }

  @Test
  void leavesQueryAsItWasSentButForWhatMayNotStandInHeader() {
    assertThat(PercentEncoding.encodeRawQuery("a=%41&b=[x]\"")).isEqualTo("a=%41&b=[x]\"");
    assertThat(PercentEncoding.encodeRawQuery("a=\rb\u00e9")).isEqualTo("a=%0Db%C3%A9");
  }

  @Property(tries = 200)
  void decodesWhatItEncoded(
      @ForAll @StringLength(max = 20) @CharRange(from = '\0', to = '\ud7ff') String path) {
    assertThat(PercentEncoding.decodePath(PercentEncoding.encodePath(path))).hasValue(path);
  }
}
