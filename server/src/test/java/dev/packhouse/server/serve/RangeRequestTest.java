package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a file of ten bytes. */
final class RangeRequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-4         | 0+5
          bytes=0-0         | 0+1
          bytes=5-          | 5+5
          bytes=9-          | 9+1
          bytes=-3          | 7+3
          bytes=-99         | 0+10
          bytes=4-99        | 4+6
          Bytes=0-1         | 0+2
          bytes=0-1, 4-5    | 0+2 4+2
          bytes=4-5,0-1     | 4+2 0+2
          bytes=0-1,50-60   | 0+2
          bytes=,0-1,,4-5,  | 0+2 4+2
          bytes=3-99999999999999999999 | 3+7
          bytes=-99999999999999999999  | 0+10
          """)
  void findsRanges(String header, String expected) {
    assertThat(RangeRequest.parse(header, 10))
        .isInstanceOfSatisfying(
            RangeRequest.Parts.class,
            parts ->
                assertThat(
                        parts.ranges().stream()
                            .map(range -> range.from() + "+" + range.length())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=10-",
        "bytes=10-20",
        "bytes=-0",
        "bytes=50-60,70-",
        "bytes=99999999999999999999-"
      })
  void findsNothing(String header) {
    assertThat(RangeRequest.parse(header, 10)).isEqualTo(new RangeRequest.Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=0-4,x",
        "items=0-4",
        "bytes=--4",
        "bytes=1-2-3",
        "bytes=3-99999999999999999999x",
        "bytes=,"
      })
  void ignoresWhatIsNoRange(String header) {
    assertThat(RangeRequest.parse(header, 10)).isEqualTo(new RangeRequest.Whole());
  }

  @Test
  void ignoresRangesThatAskForMoreThanThereIs() {
    assertThat(RangeRequest.parse("bytes=0-,0-", 10)).isEqualTo(new RangeRequest.Whole());
    assertThat(RangeRequest.parse("bytes=" + "0-0,".repeat(40) + "0-0", 1000))
        .isEqualTo(new RangeRequest.Whole());
  }

  @Test
  void findsNothingInEmptyFile() {
    assertThat(RangeRequest.parse("bytes=0-", 0)).isEqualTo(new RangeRequest.Unsatisfiable());
    assertThat(RangeRequest.parse("bytes=-5", 0)).isEqualTo(new RangeRequest.Whole());
  }
}
