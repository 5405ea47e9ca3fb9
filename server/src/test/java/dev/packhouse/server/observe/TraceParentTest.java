package dev.packhouse.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceParentTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {"00-%s-b7ad6b7169203331-01", "01-%s-b7ad6b7169203331-00-what-comes-later"})
  void readsTheTrace(String header) {
    assertThat(TraceParent.traceId(Optional.of(header.formatted(TRACE)))).contains(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-%s-b7ad6b7169203331",
        "ff-%s-b7ad6b7169203331-01",
        "00-%s-0000000000000000-01",
        "00-%s-b7ad6b7169203331-01-more",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-%s-b7ad6b7169203331-01, 00-%s-b7ad6b7169203331-01"
      })
  void takesNothingElseForOne(String header) {
    assertThat(TraceParent.traceId(Optional.of(header.replace("%s", TRACE)))).isEmpty();
  }

  @Test
  void needsNone() {
    assertThat(TraceParent.traceId(Optional.empty())).isEmpty();
  }
}
