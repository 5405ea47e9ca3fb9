package dev.packhouse.generator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ListPagesTest {
  @Test
  void listsEveryPackageOnceAndInItsCategories() throws IOException {
    List<Card> cards = cards(100);
    Map<String, ListPage> pages = pages(cards);

    assertThat(pages)
        .containsOnlyKeys(
            "index.html",
            "browse/2.html",
            "browse/3.html",
            "categories/web.html",
            "categories/web.2.html");
    List<Card> listed = new ArrayList<>();
    for (String path : List.of("index.html", "browse/2.html", "browse/3.html")) {
      listed.addAll(at(pages, path).cards());
    }
    assertThat(listed).isEqualTo(cards);
    assertThat(at(pages, "categories/web.html").total()).isEqualTo(50);
  }

  @Test
  void leadsFromPageToPageAndByLetter() throws IOException {
    ListPage second = at(pages(cards(100)), "browse/2.html");

    assertThat(second.pager().before()).contains("index.html");
    assertThat(second.pager().after()).contains("browse/3.html");
    assertThat(second.letters()).extracting(ListPage.Jump::label).containsExactly("A", "B");
    assertThat(second.letters().get(1).link()).isEqualTo("browse/2.html#p-p050");
  }

  @Test
  void countsWhatPackagesAreNarrowedBy() throws IOException {
    ListPage start = at(pages(cards(10)), "index.html");

    assertThat(start.facets())
        .filteredOn(facet -> facet.key().equals("category"))
        .singleElement()
        .satisfies(
            facet ->
                assertThat(facet.choices()).containsExactly(new ListPage.Choice("web", "Web", 5)));
  }

  @Test
  void hasAStartForARegistryWithoutPackages() throws IOException {
    assertThat(pages(List.of())).containsOnlyKeys("index.html");
  }

  @Test
  void sortsByTitleAndOthersThanLettersFirst() {
    assertThat(card("x", "(odd)").letter()).isEqualTo("#");
    assertThat(
            List.of(card("b", "alpha"), card("a", "Zeta"), card("c", "4 corners")).stream()
                .sorted())
        .extracting(Card::title)
        .containsExactly("4 corners", "alpha", "Zeta");
  }

  private static ListPage at(Map<String, ListPage> pages, String path) {
    return Objects.requireNonNull(pages.get(path), path);
  }

  private static Map<String, ListPage> pages(List<Card> cards) throws IOException {
    Map<String, ListPage> pages = new TreeMap<>();
    new ListPages(cards).forEach(pages::put);
    return pages;
  }

  private static List<Card> cards(int count) {
    List<Card> cards = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      String name = "p%03d".formatted(number);
      cards.add(card(name, (number < 50 ? "A" : "B") + name, number % 2 == 0));
    }
    return cards.stream().sorted().toList();
  }

  private static Card card(String name, String title) {
    return card(name, title, false);
  }

  private static Card card(String name, String title, boolean inWeb) {
    return new Card(
        name,
        title,
        "description",
        "1.0.0",
        "",
        "integration",
        inWeb ? List.of(new CategoryName("web", "Web")) : List.of(),
        "owner",
        "basic",
        "ga",
        new Maturity("", /* listed= */ true),
        false);
  }
}
