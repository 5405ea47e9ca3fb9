package dev.packhouse.generator.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packhouse.generator.markdown.HostileMarkdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** 5 MB of any of them took minutes, if the whole were read. */
  @ParameterizedTest
  @ValueSource(strings = {"> ", "[", "![", "*a **a ", "*_", "- ", "[a](", "<a ", "`a``", "> 1. - "})
  @Timeout(20)
  void takesWhatIsRepeatedWithoutEnd(String piece) {
    assertThat(MarkdownProse.of(piece.repeat((5 << 20) / piece.length())))
        .hasSizeLessThanOrEqualTo(8_000);
  }

  @ParameterizedTest
  @MethodSource("dev.packhouse.generator.markdown.HostileMarkdown#pieces")
  void takesWhatIsWrittenToBeHardToRead(String beginning, String piece) {
    String markdown = beginning + piece.repeat((1 << 20) / piece.length());
    assertTimeoutPreemptively(
        HostileMarkdown.PATIENCE, () -> assertThat(MarkdownProse.of(markdown)).isNotNull());
  }

  @Test
  @Timeout(20)
  void takesListsInListsWithoutEnd() {
    StringBuilder lists = new StringBuilder("A word.\n\n");
    for (int depth = 0; lists.length() < 5 << 20; depth++) {
      lists.repeat(' ', 2 * depth).append("- a\n");
    }
    assertThat(MarkdownProse.of(lists.toString())).startsWith("A word.");
  }
}
