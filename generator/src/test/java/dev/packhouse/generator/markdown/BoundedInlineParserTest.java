package dev.packhouse.generator.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

final class BoundedInlineParserTest {
  private static final int MOST = BoundedInlineParser.MOST_DELIMITERS;

  @Test
  void readsAParagraphWithAsManyDelimitersAsItMayHave() {
    assertThat(html("*a* ".repeat(MOST / 2)))
        .startsWith("<p><em>a</em> <em>a</em> ")
        .doesNotContain("*");
  }

  @Test
  void showsOneWithMoreAsItIsWritten() {
    String text = "*a* ".repeat(MOST / 2) + "_\n<b>";

    assertThat(html(text)).isEqualTo("<p>" + text.replace("<b>", "&lt;b&gt;") + "</p>\n");
  }

  @Test
  void readsTheOtherParagraphs() {
    assertThat(html("*one*\n\n" + "[".repeat(MOST + 1) + "\n\n- *two*\n"))
        .contains("<em>one</em>", "<em>two</em>");
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder().build().render(Markdown.parser().build().parse(markdown));
  }
}
