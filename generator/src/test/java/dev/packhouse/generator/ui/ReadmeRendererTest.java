package dev.packhouse.generator.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packhouse.generator.markdown.HostileMarkdown;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadmeRendererTest {
  private static final String HERE = "../../package/orchard/1.0.0/";

  private final ReadmeRenderer renderer =
      new ReadmeRenderer(
          new PackageFolder("package/orchard/1.0.0"),
          Set.of("docs/README.md", "docs/more.md", "img/a b.png", "img/tree.svg"),
          "docs");

  @Test
  void makesHtmlOfMarkdownWithTables() {
    assertThat(renderer.render("Some *text*.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"))
        .contains("<p>Some <em>text</em>.</p>", "<th>a</th>", "<td align=\"right\">2</td>");
  }

  @Test
  void putsHeadingsBelowThoseOfThePage() {
    assertThat(renderer.render("# One\n\n###### Six\n"))
        .contains("<h3 id=\"readme-one\">One</h3>", "<h6 id=\"readme-six\">Six</h6>");
  }

  @Test
  void letsLinksLeadToHeadingsOfTheReadme() {
    assertThat(renderer.render("[up](#the-first)\n\n# The `first`!\n\n# The first\n"))
        .contains(
            "href=\"#readme-the-first\"", "id=\"readme-the-first\"", "id=\"readme-the-first-1\"");
  }

  @Test
  void findsFilesOfThePackageFromTheFolderOfTheReadme() {
    assertThat(renderer.render("![A tree](../img/tree.svg?raw=true) [more](more.md)"))
        .contains("src=\"" + HERE + "img/tree.svg\"", "href=\"" + HERE + "docs/more.md\"")
        .contains("loading=\"lazy\"");
  }

  @Test
  void findsFilesWithBlanksInTheirNames() {
    assertThat(renderer.render("![](/img/a%20b.png)"))
        .contains("src=\"" + HERE + "img/a%20b.png\"");
  }

  @Test
  void leavesOutImagesThatAreNotInThePackage() {
    assertThat(renderer.render("before ![none](../img/none.png) <img src=\"x.png\"> after"))
        .doesNotContain("<img");
  }

  @Test
  void linksToImagesOfOthersInsteadOfLoadingThem() {
    assertThat(renderer.render("![a badge](https://example.org/badge.svg)"))
        .doesNotContain("<img")
        .contains("href=\"https://example.org/badge.svg\"", "a badge");
  }

  @Test
  void dropsFilesOutsideOfThePackage() {
    assertThat(renderer.render("[x](../../../../current.json) ![](../../other/img/a.png)"))
        .doesNotContain("href", "src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src='../img/tree.svg' onload='alert(1)'>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<style>*{background:url(https://example.org/x)}</style>",
        "<p style='background:url(https://example.org/x)'>x</p>",
        "<iframe src=https://example.org></iframe>",
        "<object data=x></object><embed src=x>",
        "<form action=https://example.org><input name=x><button>x</button></form>",
        "<base href=https://example.org/>",
        "<meta http-equiv=refresh content='0;url=https://example.org'>",
        "<link rel=stylesheet href=https://example.org/x.css>",
        "<video src=x onerror=alert(1)></video>",
        "<details ontoggle=alert(1) open>x</details>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>",
        "<a href='//example.org/x'>x</a>",
        "<h3 id='content'>x</h3>",
        "</div></main><script>alert(1)</script>"
      })
  void letsNothingRunAndLoadsNothing(String markdown) {
    assertThat(renderer.render(markdown))
        .doesNotContainPattern("(?i)<(script|style|svg|math|iframe|object|embed|form|base|meta)")
        .doesNotContainPattern("(?i)<(link|video|template|input|button|main|noscript)|</main|</div")
        .doesNotContainPattern("(?i)<[^>]*\\s(on[a-z]+|style|srcset|action)\\s*=")
        .doesNotContainPattern("(?i)href=\"\\s*(javascript|data|vbscript|//)")
        .doesNotContain("id=\"content\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"> ", "[", "*a **a ", "- ", "<div>", "![", "`", "| a ", "&#x3c;", "\u202e"})
  @Timeout(20)
  void takesWhatIsRepeatedWithoutEnd(String piece) {
    assertThat(renderer.render(piece.repeat(ReadmeRenderer.LONGEST / 8 / piece.length())))
        .isNotNull();
  }

  /** The length is that up to which a README is shown. */
  @ParameterizedTest
  @MethodSource("dev.packhouse.generator.markdown.HostileMarkdown#pieces")
  void takesTheLongestThatIsShown(String beginning, String piece) {
    String markdown = beginning + piece.repeat(ReadmeRenderer.LONGEST / piece.length());
    assertTimeoutPreemptively(
        HostileMarkdown.PATIENCE, () -> assertThat(renderer.render(markdown)).isNotNull());
  }

  @Test
  void showsATableOfMoreCellsThanATableHasAsText() {
    String head = "|a".repeat(500) + "|\n" + "|-".repeat(500) + "|\n";
    String html = renderer.render(head + "|b|\n".repeat(2_100));
    assertThat(html).contains("|b|").doesNotContain("<td");
  }

  @Test
  void closesWhatAnAuthorLeftOpen() {
    String html = renderer.render("<div><b>bold\n\n<table><tr><td>cell");
    assertThat(html.split("<div", -1)).hasSameSizeAs(html.split("</div>", -1));
    assertThat(html.split("<td>", -1)).hasSameSizeAs(html.split("</td>", -1));
  }
}
