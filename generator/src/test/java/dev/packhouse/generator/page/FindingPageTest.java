package dev.packhouse.generator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FindingPageTest {
  private static final String TEXT =
      """
      # a.b.c

      | severity | profile | types | format versions | reference |
      |---|---|---|---|---|
      | warning | spec | content | from 3.0.0 | SVR00003 |

      What is right, in
      a sentence. Why, in another.

      ## Bad

      | no | table |
      """;

  @Test
  void readsTheTableAndTheReason() {
    FindingPage page = FindingPage.parse("a.b.c", TEXT);

    assertThat(page.severity()).isEqualTo("warning");
    assertThat(page.reference()).contains("SVR00003");
    assertThat(page.why()).isEqualTo("What is right, in a sentence. Why, in another.");
    assertThat(page.summary()).isEqualTo("What is right, in a sentence.");
    assertThat(page.text()).isEqualTo(TEXT);
  }

  @Test
  void hasNoReferenceWhereThereIsNoColumnOrAnEmptyCell() {
    String empty = TEXT.replace("SVR00003", "");
    String none = TEXT.replace(" reference |", "").replace(" SVR00003 |", "");

    assertThat(FindingPage.parse("a.b.c", empty).reference()).isEmpty();
    assertThat(FindingPage.parse("a.b.c", none).reference()).isEmpty();
  }

  @Test
  void refusesAPageWithoutTable() {
    assertThatThrownBy(() -> FindingPage.parse("a.b.c", "# a.b.c\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.b.c");
  }

  @Test
  void knowsNoOtherCodes() {
    assertThat(FindingPages.codesOf("SVR99999")).isEmpty();
    assertThat(FindingPages.codesOf("value.kinds")).isEmpty();
    assertThat(FindingPages.codesOf("*")).isEmpty();
  }

  @Test
  void takesACodeForItself() {
    assertThat(FindingPages.codesOf("value.kind")).containsExactly("value.kind");
    assertThat(FindingPages.find("README")).isEmpty();
    assertThat(FindingPages.find("../page/value.kind")).isEmpty();
  }
}
