package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
  private static final EntityTag TAG = new EntityTag("\"a\"");
  private static final String EARLIER = "Thu, 01 Jan 2026 00:00:00 GMT";
  private static final String THEN = "Fri, 02 Jan 2026 00:00:00 GMT";
  private static final String LATER = "Sat, 03 Jan 2026 00:00:00 GMT";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          If-None-Match | "a"            | NOT_MODIFIED
          If-None-Match | W/"a"          | NOT_MODIFIED
          If-None-Match | "b", "a"       | NOT_MODIFIED
          If-None-Match | *              | NOT_MODIFIED
          If-None-Match | "b"            | PROCEED
          If-None-Match | a              | PROCEED
          If-Match      | "a"            | PROCEED
          If-Match      | "b", "a"       | PROCEED
          If-Match      | *              | PROCEED
          If-Match      | W/"a"          | PRECONDITION_FAILED
          If-Match      | "b"            | PRECONDITION_FAILED
          If-Modified-Since | Thu, 01 Jan 2026 00:00:00 GMT  | PROCEED
          If-Modified-Since | Fri, 02 Jan 2026 00:00:00 GMT  | NOT_MODIFIED
          If-Modified-Since | Saturday, 03-Jan-26 00:00:00 GMT | NOT_MODIFIED
          If-Modified-Since | Sat Jan  3 00:00:00 2026       | NOT_MODIFIED
          If-Modified-Since | yesterday                      | PROCEED
          If-Unmodified-Since | Thu, 01 Jan 2026 00:00:00 GMT | PRECONDITION_FAILED
          If-Unmodified-Since | Fri, 02 Jan 2026 00:00:00 GMT | PROCEED
          If-Unmodified-Since | nonsense                      | PROCEED
          """)
  void judgesOneCondition(String name, String value, Conditions.Verdict verdict) {
    assertThat(conditions(Map.of(name, value)).verdict()).isEqualTo(verdict);
  }

  @Test
  void letsTagsWinOverDates() {
    assertThat(conditions(Map.of("If-None-Match", "\"b\"", "If-Modified-Since", LATER)).verdict())
        .isEqualTo(Conditions.Verdict.PROCEED);
    assertThat(conditions(Map.of("If-Match", "\"a\"", "If-Unmodified-Since", EARLIER)).verdict())
        .isEqualTo(Conditions.Verdict.PROCEED);
  }

  @Test
  void judgesIfMatchBeforeIfNoneMatch() {
    assertThat(conditions(Map.of("If-Match", "\"b\"", "If-None-Match", "\"a\"")).verdict())
        .isEqualTo(Conditions.Verdict.PRECONDITION_FAILED);
  }

  @Test
  void ignoresDatesWhereNoTimeOfModificationIsKnown() {
    Request request = request(Map.of("If-Modified-Since", LATER, "If-Unmodified-Since", EARLIER));

    assertThat(new Conditions(request, TAG, Optional.empty()).verdict())
        .isEqualTo(Conditions.Verdict.PROCEED);
  }

  @Test
  void appliesRangesOnlyToTheVeryRepresentation() {
    assertThat(conditions(Map.of()).rangeApplies()).isTrue();
    assertThat(conditions(Map.of("If-Range", "\"a\"")).rangeApplies()).isTrue();
    assertThat(conditions(Map.of("If-Range", THEN)).rangeApplies()).isTrue();
    assertThat(conditions(Map.of("If-Range", "\"b\"")).rangeApplies()).isFalse();
    assertThat(conditions(Map.of("If-Range", "W/\"a\"")).rangeApplies()).isFalse();
    assertThat(conditions(Map.of("If-Range", LATER)).rangeApplies()).isFalse();
    assertThat(conditions(Map.of("If-Range", "nonsense")).rangeApplies()).isFalse();
  }

  private static Conditions conditions(Map<String, String> headers) {
    return new Conditions(
        request(headers), TAG, Optional.of(Instant.parse("2026-01-02T00:00:00Z")));
  }

  private static Request request(Map<String, String> headers) {
    return new Request("GET", "/", "", name -> Optional.ofNullable(headers.get(name)));
  }
}
