package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0",
    "1.0, 1",
    "-1.0, -1",
    "1.5, 1.5",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "999999, 999999",
    "999999.5, 999999.5",
    "1e5, 100000",
    "1e6, 1e+06",
    "1234567, 1.234567e+06",
    "123456789.25, 1.2345678925e+08",
    "1e21, 1e+21",
    "1e100, 1e+100",
    "0.0001, 0.0001",
    "0.00012, 0.00012",
    "0.00001, 1e-05",
    "1e-7, 1e-07",
    "-1.25e-10, -1.25e-10",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void writesTextAsOlderRegistriesDo(double number, String text) {
    assertThat(Decimals.text(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0",
    "1.0, 1",
    "1e6, 1000000",
    "1e20, 100000000000000000000",
    "123456789012345680000.0, 123456789012345680000",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "0.000001, 0.000001",
    "0.00000123, 0.00000123",
    "1e-7, 1e-7",
    "-1.25e-10, -1.25e-10",
    "2.5, 2.5"
  })
  void writesJsonNumbersAsOlderRegistriesDo(double number, String text) {
    assertThat(Decimals.json(number)).isEqualTo(text);
  }

  @Property
  void losesNothingOfANumber(@ForAll double number) {
    assertThat(Double.parseDouble(Decimals.text(number))).isEqualTo(number);
    assertThat(Double.parseDouble(Decimals.json(number))).isEqualTo(number);
    assertThat(Decimals.json(number)).matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(e[-+][1-9][0-9]*)?");
  }
}
