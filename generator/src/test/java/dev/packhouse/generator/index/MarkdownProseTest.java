package dev.packhouse.generator.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownProseTest {
  @Test
  void keepsWordsAndLeavesTablesCodeAndAddressesOut() {
    assertThat(
            MarkdownProse.of(
                """
                # Nginx logs

                Reads the *access* log of [nginx](https://example.org/docs),
                from `access.log`.

                | Field | Type |
                |---|---|
                | nginx.access | text |

                ```json
                {"sample": 1}
                ```

                - one setting
                """))
        .isEqualTo(
            """
            Nginx logs
            Reads the access log of nginx, from access.log.
            one setting\
            """);
  }

  @Test
  void endsSomewhereHoweverLongTheFileIs() {
    String beginning = "word ".repeat(8_000 / 5).strip();

    assertThat(MarkdownProse.of("word ".repeat(100_000))).isEqualTo(beginning);
    assertThat(MarkdownProse.of("word\n\n".repeat(100_000)))
        .isEqualTo(beginning.replace(' ', '\n'));
  }
}
