package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConditionsTest {
  private static final EntityTag TAG = new EntityTag("\"a\"");
  private static final String EARLIER = "Thu, 01 Jan 2026 00:00:00 GMT";
  private static final String LATER = "Sat, 03 Jan 2026 00:00:00 GMT";

  @Test
  void ignoresDatesWhereNoTimeOfModificationIsKnown() {
    Request request = request(Map.of("If-Modified-Since", LATER, "If-Unmodified-Since", EARLIER));

    assertThat(new Conditions(request, TAG, Optional.empty()).verdict())
        .isEqualTo(Conditions.Verdict.PROCEED);
  }

  private static Request request(Map<String, String> headers) {
    return new Request("GET", "/", "", name -> Optional.ofNullable(headers.get(name)));
  }
}
