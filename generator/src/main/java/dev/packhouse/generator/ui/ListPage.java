package dev.packhouse.generator.ui;

import java.util.List;
import java.util.Optional;

/**
 * A list of packages, or one page of it. Addresses are below the folder of the pages.
 *
 * @param heading of the list
 * @param feed of the packages of the list
 * @param search whether this is the page that shows what is found
 * @param total packages of the list
 * @param facets by what what is found can be narrowed
 * @param letters where the packages with a letter begin
 * @param categories those that have packages
 */
record ListPage(
    String heading,
    Shell.Feed feed,
    boolean search,
    int total,
    List<Card> cards,
    Pager pager,
    List<Facet> facets,
    List<Jump> letters,
    List<CategoryCount> categories) {
  ListPage {
    cards = List.copyOf(cards);
    facets = List.copyOf(facets);
    letters = List.copyOf(letters);
    categories = List.copyOf(categories);
  }

  /**
   * Which page of the list it is.
   *
   * @param number from 1
   */
  record Pager(int number, int last, Optional<String> before, Optional<String> after) {}

  /**
   * Something that packages have, with how many have what.
   *
   * @param key of the parameter in the address of the page
   */
  record Facet(String key, String label, List<Choice> choices) {
    Facet {
      choices = List.copyOf(choices);
    }
  }

  /** One of it. */
  record Choice(String value, String label, int count) {}

  /** A place in a list. */
  record Jump(String label, String link) {}

  /** A category with its page. */
  record CategoryCount(CategoryName category, int count, String link) {}
}
