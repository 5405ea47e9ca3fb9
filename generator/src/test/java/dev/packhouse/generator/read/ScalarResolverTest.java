package dev.packhouse.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalarResolverTest {
  private static final Place PLACE = new Place(3, 7);

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void readsNothing(String text) {
    assertThat(resolve(text)).isEqualTo(new Value.Null(PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void readsTrue(String text) {
    assertThat(resolve(text)).isEqualTo(new Value.Flag(PLACE, true, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
  void readsFalse(String text) {
    assertThat(resolve(text)).isEqualTo(new Value.Flag(PLACE, false, text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "7, 7",
    "+7, 7",
    "-7, -7",
    "1_000, 1000",
    "1__0_, 10",
    "017, 15",
    "-017, -15",
    "0o17, 15",
    "0O17, 15",
    "00, 0",
    "0x1F, 31",
    "0X1f, 31",
    "-0x1F, -31",
    "0x_1_F, 31",
    "0b101, 5",
    "0B11, 3",
    "-0b11, -3",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "18446744073709551615, 18446744073709551615",
    "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
    "-9223372036854775808, -9223372036854775808"
  })
  void readsWholeNumbers(String text, BigInteger number) {
    assertThat(resolve(text)).isEqualTo(new Value.Whole(PLACE, number, text));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1., 1.0",
    ".5, 0.5",
    "-.5, -0.5",
    "+1.5, 1.5",
    "-0.0, -0.0",
    "1e3, 1000",
    "1E+3, 1000",
    "1.5e-3, 0.0015",
    "1_0.2_5, 10.25",
    "08, 8",
    "09.5, 9.5",
    "18446744073709551616, 18446744073709551616",
    "-9223372036854775809, -9223372036854775809",
    "1e308, 1e308",
    "1e-400, 0",
    "1e-99999999999999999999, 0",
    "-1e-400, -0.0",
    ".nan, NaN",
    ".NaN, NaN",
    ".NAN, NaN",
    ".inf, Infinity",
    "+.Inf, Infinity",
    "-.INF, -Infinity"
  })
  void readsDecimals(String text, double number) {
    assertThat(resolve(text)).isEqualTo(new Value.Decimal(PLACE, number, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yEs",
        "nULL",
        "truE",
        "nan",
        "inf",
        ".nAn",
        "+.nan",
        "-.nan",
        "1e400",
        "-1e400",
        "1e2147483648",
        "1e99999999999999999999",
        "0x",
        "0xG",
        "0b2",
        "0o8",
        "0o",
        "0x10000000000000000",
        "-0x8000000000000001",
        "0x1p3",
        "1.5.2",
        "1e",
        "1e+",
        "e3",
        ".",
        "-",
        "+",
        "_",
        "_1",
        "-_",
        "..",
        "1:30",
        "190:20:30",
        "2020-01-01",
        "2020-01-01T00:00:00Z",
        "8.0.0",
        "^8.0.0",
        "1f",
        "1d",
        "1 000",
        "1,5",
        "\u0661",
        "\uff11",
        "="
      })
  void readsEverythingElseAsText(String text) {
    assertThat(resolve(text)).isEqualTo(new Value.Text(PLACE, text));
  }

  @Test
  void readsEndlessDigitsAsText() {
    String digits = "9".repeat(100_000);

    assertThat(resolve(digits)).isEqualTo(new Value.Text(PLACE, digits));
    assertThat(resolve("1e" + digits)).isEqualTo(new Value.Text(PLACE, "1e" + digits));
  }

  @Property(tries = 2_000)
  void readsAnyWordAsANumberOrAsItself(
      @ForAll
          @StringLength(max = 12)
          @Chars({'+', '-', '.', '_', 'x', 'o', 'b', 'e', 'E', 'p', 'f'})
          @CharRange(from = '0', to = '9')
          String text) {
    switch (resolve(text)) {
      case Value.Null _ -> assertThat(text).isEmpty();
      case Value.Text(var _, String value) -> assertThat(value).isEqualTo(text);
      case Value.Whole(var _, BigInteger number, String written) -> {
        assertThat(number).isBetween(BigInteger.TWO.pow(63).negate(), BigInteger.TWO.pow(64));
        assertThat(written).isEqualTo(text);
      }
      case Value.Decimal(var _, double number, String written) -> {
        assertThat(number).isFinite();
        assertThat(written).isEqualTo(text);
      }
      case Value.Flag(var _, boolean value, var _) -> {
        assertThat(value).isFalse();
        assertThat(text).as("the only flag that these characters spell").isEqualTo("off");
      }
      case Value.Sequence _, Value.Mapping _ -> fail("no such word: " + text);
    }
  }

  private static Value resolve(String text) {
    return ScalarResolver.resolve(PLACE, text);
  }
}
