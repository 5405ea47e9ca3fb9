package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.ui.ListPage.CategoryCount;
import dev.packhouse.generator.ui.ListPage.Jump;
import dev.packhouse.generator.ui.ListPage.Pager;
import dev.packhouse.generator.ui.Shell.Feed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Makes the pages that list packages: all of them, and those of each category. */
final class ListPages {
  /** Cards on a page: with more, the first page would weigh too much. */
  static final int ON_PAGE = 48;

  static final String START = "index.html";

  /** Takes pages one after the other. */
  @FunctionalInterface
  interface Sink {
    void accept(String path, ListPage page) throws IOException;
  }

  private final List<Card> cards;
  private final Map<CategoryName, List<Card>> byCategory =
      new TreeMap<>(Comparator.comparing(CategoryName::title).thenComparing(CategoryName::id));

  /**
   * @param cards sorted
   */
  ListPages(List<Card> cards) {
    this.cards = cards;
    for (Card card : cards) {
      for (CategoryName category : card.categories()) {
        byCategory.computeIfAbsent(category, _ -> new ArrayList<>()).add(card);
      }
    }
  }

  void forEach(Sink sink) throws IOException {
    forEach("All packages", Feed.ALL, cards, ListPages::browsePath, sink);
    for (Map.Entry<CategoryName, List<Card>> category : byCategory.entrySet()) {
      String id = category.getKey().id();
      String title = category.getKey().title();
      Feed feed = new Feed(RegistryLayout.feedOfCategory(id), "New package versions: " + title);
      forEach(title, feed, category.getValue(), number -> categoryPath(id, number), sink);
    }
  }

  private void forEach(
      String heading, Feed feed, List<Card> list, IntFunction<String> paths, Sink sink)
      throws IOException {
    int last = Math.max(1, (list.size() + ON_PAGE - 1) / ON_PAGE);
    List<Jump> letters = letters(list, paths);
    for (int number = 1; number <= last; number++) {
      String path = paths.apply(number);
      boolean start = path.equals(START);
      sink.accept(
          path,
          new ListPage(
              heading,
              feed,
              start,
              list.size(),
              list.subList(
                  Math.min(list.size(), (number - 1) * ON_PAGE),
                  Math.min(list.size(), number * ON_PAGE)),
              new Pager(
                  number,
                  last,
                  number > 1 ? Optional.of(paths.apply(number - 1)) : Optional.empty(),
                  number < last ? Optional.of(paths.apply(number + 1)) : Optional.empty()),
              start ? Facets.of(cards) : List.of(),
              letters,
              start ? categories() : List.of()));
    }
  }

  /** Of a list of one page nobody needs a register. */
  private static List<Jump> letters(List<Card> list, IntFunction<String> paths) {
    List<Jump> jumps = new ArrayList<>();
    String letter = "";
    for (int at = 0; at < list.size() && list.size() > ON_PAGE; at++) {
      if (!list.get(at).letter().equals(letter)) {
        letter = list.get(at).letter();
        jumps.add(new Jump(letter, paths.apply(at / ON_PAGE + 1) + "#p-" + list.get(at).name()));
      }
    }
    return jumps;
  }

  private List<CategoryCount> categories() {
    return byCategory.entrySet().stream()
        .map(
            entry ->
                new CategoryCount(
                    entry.getKey(), entry.getValue().size(), categoryPath(entry.getKey().id(), 1)))
        .toList();
  }

  private static String browsePath(int number) {
    return number == 1 ? START : "browse/" + number + ".html";
  }

  private static String categoryPath(String id, int number) {
    return "categories/" + id + (number == 1 ? "" : "." + number) + ".html";
  }
}
