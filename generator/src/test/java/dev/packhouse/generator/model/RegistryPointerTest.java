package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryPointerTest {
  private static final RegistryPointer POINTER =
      new RegistryPointer("000003", List.of("000002", "000001"), "1.2.3");

  @Test
  void readsWhatItWrites() {
    assertThat(RegistryPointer.parse(POINTER.toJson().toString()).toOptional()).hasValue(POINTER);
    assertThat(RegistryPointer.parse(POINTER.toJson().toPrettyString()).toOptional())
        .hasValue(POINTER);
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    String text =
        POINTER.toJson().put("later", 1).toString().replaceFirst("\\{", "{\"a\":{\"b\":[{}]},");
    assertThat(RegistryPointer.parse(text).toOptional()).hasValue(POINTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"format\":1,\"generation\":\"1\"} x", "nonsense", "{]"})
  void saysThatItIsNoJson(String text) {
    assertThat(reason(text)).isIn("it is no JSON", "it names no generation");
    assertThat(RegistryPointer.parse(text).toOptional()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"format\":1}",
        "{\"format\":0,\"generation\":\"1\"}",
        "{\"format\":1,\"generation\":\"../1\"}",
        "{\"format\":1,\"generation\":\"1\",\"older\":[\"..\"]}",
        "{\"format\":1,\"generation\":\"1\",\"older\":[[\"1\"]]}",
        "{\"format\":1,\"generation\":{}}"
      })
  void saysThatItNamesNoGeneration(String text) {
    assertThat(reason(text)).isEqualTo("it names no generation");
  }

  @ParameterizedTest
  @CsvSource({"2", "99"})
  void saysThatALaterReleaseWroteIt(int format) {
    assertThat(reason("{\"format\":" + format + ",\"generation\":{\"in\":\"another shape\"}}"))
        .startsWith("it has format " + format + ", and this release of Packhouse reads ");
  }

  private static String reason(String text) {
    return switch (RegistryPointer.parse(text)) {
      case ParseResult.Rejected<RegistryPointer>(String reason) -> reason;
      case ParseResult.Parsed<RegistryPointer>(RegistryPointer pointer) -> "good: " + pointer;
    };
  }
}
