package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.ui.ListPage.Choice;
import dev.packhouse.generator.ui.ListPage.Facet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts by what packages can be narrowed. */
final class Facets {
  /** The most frequent ones: a list of thousands helps nobody. */
  private static final int MOST_CHOICES = 60;

  private static final int LONGEST_LABEL = 60;

  private Facets() {}

  static List<Facet> of(List<Card> cards) {
    return List.of(
        facet(
            "category",
            "Category",
            cards,
            card ->
                card.categories().stream()
                    .map(category -> new Choice(category.id(), category.title(), 1))),
        facet("type", "Type", cards, card -> choice(card.type())),
        facet("owner", "Owner", cards, card -> choice(card.owner())),
        facet("subscription", "Subscription", cards, card -> choice(card.subscription())),
        facet("release", "Release", cards, card -> choice(card.release())));
  }

  private static Stream<Choice> choice(String value) {
    return value.isBlank()
        ? Stream.empty()
        : Stream.of(new Choice(value, ShortText.start(value, LONGEST_LABEL), 1));
  }

  private static Facet facet(
      String key, String label, List<Card> cards, Function<Card, Stream<Choice>> choices) {
    Map<String, Choice> counted = new TreeMap<>();
    cards.stream()
        .flatMap(choices)
        .forEach(
            choice ->
                counted.merge(
                    choice.value(),
                    choice,
                    (one, other) ->
                        new Choice(one.value(), one.label(), one.count() + other.count())));
    return new Facet(
        key,
        label,
        counted.values().stream()
            .sorted(Comparator.comparingInt(Choice::count).reversed())
            .limit(MOST_CHOICES)
            .sorted(Comparator.comparing(Choice::label))
            .toList());
  }
}
