package dev.packhouse.generator.validate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packhouse.generator.markdown.HostileMarkdown;
import dev.packhouse.generator.model.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkdownHeadingsTest {
  @Test
  void findsHeadingsOfBothKindsAndTheirPlaces() {
    assertThat(MarkdownHeadings.of("text\n\n## One ##\n\nTwo\n===\n"))
        .containsExactly(
            new MarkdownHeadings.Found(new Place(3, 1), "One"),
            new MarkdownHeadings.Found(new Place(5, 1), "Two"));
  }

  @Test
  void findsHeadingsInListsAndQuotes() {
    assertThat(MarkdownHeadings.of("- # One\n\n> # Two\n"))
        .extracting(MarkdownHeadings.Found::text)
        .containsExactly("One", "Two");
  }

  @Test
  void leavesOutCodeBlocks() {
    assertThat(MarkdownHeadings.of("```\n# One\n```\n")).isEmpty();
  }

  @Test
  void takesOnlyThePlainPartOfAHeading() {
    assertThat(MarkdownHeadings.of("# One *two* `three` \\? &amp;"))
        .extracting(MarkdownHeadings.Found::text)
        .containsExactly("One    &amp;".replace("    ", "   \\? "));
  }

  @ParameterizedTest
  @MethodSource("dev.packhouse.generator.markdown.HostileMarkdown#pieces")
  void takesWhatIsWrittenToBeHardToRead(String beginning, String piece) {
    String markdown = "# One\n\n" + beginning + piece.repeat((1 << 20) / piece.length());
    assertTimeoutPreemptively(
        HostileMarkdown.PATIENCE,
        () ->
            assertThat(MarkdownHeadings.of(markdown))
                .extracting(MarkdownHeadings.Found::text)
                .containsExactly("One"));
  }

  @Test
  void tellsAHeadingWithTooManyDelimitersAsItIsWritten() {
    String heading = "*a*".repeat(10_000);

    assertThat(MarkdownHeadings.of("text\n\n# " + heading + "\n"))
        .containsExactly(new MarkdownHeadings.Found(new Place(3, 1), heading));
  }

  @Test
  void readsNoFurtherThanAnyReadmeGoes() {
    String text = "x ".repeat(1 << 19);

    assertThat(MarkdownHeadings.of("# One\n\n" + text + "\n\n# Two\n"))
        .extracting(MarkdownHeadings.Found::text)
        .containsExactly("One");
  }
}
