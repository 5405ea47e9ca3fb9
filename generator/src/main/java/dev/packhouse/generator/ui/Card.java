package dev.packhouse.generator.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A package as lists show it.
 *
 * @param icon its address, seen from the output folder; empty where it has none
 * @param categories those of the package and of its policy templates, and those above them, by
 *     title
 * @param release such as {@code ga} or {@code beta}; empty where the manifest does not say
 * @param maturity of the version
 */
record Card(
    String name,
    String title,
    String description,
    String version,
    String icon,
    String type,
    List<CategoryName> categories,
    String owner,
    String subscription,
    String release,
    Maturity maturity,
    boolean deprecated)
    implements Comparable<Card> {
  Card {
    categories = List.copyOf(categories);
  }

  /** What stands where an icon would. */
  String initial() {
    return title.isBlank()
        ? "?"
        : title.strip().substring(0, title.strip().offsetByCodePoints(0, 1));
  }

  /** The letter of the alphabet that the list has it under; {@code #} for all that is none. */
  String letter() {
    Optional<String> first =
        title.isBlank()
            ? Optional.empty()
            : Optional.of(title.strip().substring(0, 1).toUpperCase(Locale.ROOT));
    return first.filter(it -> it.matches("[A-Z]")).orElse("#");
  }

  /** As people look for names, and never two at one place. */
  @Override
  public int compareTo(Card other) {
    int order = letter().compareTo(other.letter());
    if (order == 0) {
      order = title.strip().compareToIgnoreCase(other.title.strip());
    }
    return order == 0 ? name.compareTo(other.name) : order;
  }
}
