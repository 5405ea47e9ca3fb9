package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.AsciiJson;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the search on a page looks through where no server does: a list for each package, in the
 * order of {@link #KEYS}, sorted as the pages are.
 */
final class SearchData {
  static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "description",
          "version",
          "icon",
          "type",
          "category",
          "owner",
          "subscription",
          "release",
          "mark",
          "deprecated");

  private SearchData() {}

  static byte[] json(List<Card> cards) {
    ObjectNode data = AsciiJson.MAPPER.createObjectNode();
    ArrayNode keys = data.putArray("keys");
    KEYS.forEach(keys::add);
    ArrayNode packages = data.putArray("packages");
    for (Card card : cards) {
      ArrayNode row = packages.addArray();
      row.add(card.name())
          .add(card.title())
          .add(card.description())
          .add(card.version())
          .add(card.icon())
          .add(card.type());
      ArrayNode categories = row.addArray();
      card.categories().forEach(category -> categories.add(category.id()));
      row.add(card.owner())
          .add(card.subscription())
          .add(card.release())
          .add(card.maturity().mark())
          .add(card.deprecated() ? 1 : 0);
    }
    return AsciiJson.bytes(data);
  }
}
