package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Frame-Options: DENY | X-Frame-Options | DENY
          a:b                   | a               | b
          X-List:  a, b: c      | X-List          | a, b: c
          Server: some name     | Server          | some name
          """)
  void takesNameAndValue(String text, String name, String value) {
    assertThat(ResponseHeader.parse(text)).contains(new ResponseHeader(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X-Frame-Options",
        "X-Empty:",
        "X-Empty: ",
        ": value",
        "X Frame: a",
        " X-Frame: a",
        "X-Frame : a",
        "X-Främe: a",
        "X-Frame: ä",
        "X-Frame: a\r\nSet-Cookie: b",
        "X-Frame: a\nb",
        "X-Frame: a\0b",
        "X-Frame\r\n: a",
        "X-Frame: a\u0085b"
      })
  void refusesWhatIsNoHeader(String text) {
    assertThat(ResponseHeader.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length",
        "content-type",
        "TRANSFER-ENCODING",
        "Connection",
        "ETag",
        "Date",
        "Vary"
      })
  void refusesWhatTheServerSaysItself(String name) {
    assertThat(ResponseHeader.parse(name + ": 1")).isEmpty();
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertThat(
            Configs.none()
                .flag(ServeOptions.RESPONSE_HEADERS, "X-Good: a", "Content-Length: 0")
                .problems())
        .containsExactly(
            "--response-header: \"X-Good: a\", \"Content-Length: 0\" is not a header \"Name:"
                + " value\" that the server leaves to others, for example X-Frame-Options: DENY");
  }

  @Test
  void mayBeGivenSeveralTimes() {
    assertThat(ServeOptions.RESPONSE_HEADERS.type().parse(List.of("A: b", "A: c")))
        .contains(List.of(new ResponseHeader("A", "b"), new ResponseHeader("A", "c")));
  }
}
