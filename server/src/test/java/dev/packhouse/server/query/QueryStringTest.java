package dev.packhouse.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryStringTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1             | a | 1
          a=1&a=2         | a | 1,2
          x=0&a=1&y=2     | a | 1
          a=b=c           | a | b=c
          a+b=c+d%2Be     | a b | c d+e
          %61=%c3%a9      | a | é
          a=%zz&a=1       | a | 1
          a=%4&a=1        | a | 1
          a=1;b=2&a=3     | a | 3
          &&a=1&&         | a | 1
          """)
  void readsValuesOfName(String raw, String name, String values) {
    assertThat(String.join(",", QueryString.parse(raw).all(name))).isEqualTo(values);
  }

  @Test
  void readsNameWithoutEqualsSignAsEmptyValue() {
    assertThat(QueryString.parse("a&b=").all("a")).containsExactly("");
    assertThat(QueryString.parse("a&b=").all("b")).containsExactly("");
  }

  @Test
  void hasNoValuesForNameThatWasNotSent() {
    assertThat(QueryString.parse("").all("a")).isEmpty();
    assertThat(QueryString.parse("b=1").all("a")).isEmpty();
  }

  @Test
  void keepsNamesInTheOrderInWhichTheyWereSent() {
    assertThat(QueryString.parse("b=1&a=2&b=3&%zz=4").names()).containsExactly("b", "a");
  }

  @Test
  void readsHundredThousandParametersInOnePass() {
    String raw =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "p" + i + "=" + i)
            .collect(Collectors.joining("&"));

    assertThat(QueryString.parse(raw).all("p99999")).containsExactly("99999");
  }

  @Test
  void replacesBytesThatAreNoUtf8() {
    assertThat(QueryString.parse("a=%ff").all("a")).containsExactly("\ufffd");
  }
}
