package dev.packhouse.generator.validate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Place;
import org.junit.jupiter.api.Test;

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

  @Test
  void readsNoFurtherThanAnyReadmeGoes() {
    String text = "x ".repeat(1 << 19);

    assertThat(MarkdownHeadings.of("# One\n\n" + text + "\n\n# Two\n"))
        .extracting(MarkdownHeadings.Found::text)
        .containsExactly("One");
  }
}
