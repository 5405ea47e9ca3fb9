package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Trees;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Makes a card of the version that stands for a package. */
final class CardReader {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_DESCRIPTION = 200;

  private CardReader() {}

  static Card read(DescribedPackage described) {
    ObjectNode record = described.record();
    String title = Trees.text(record, "title").strip();
    return new Card(
        described.name(),
        ShortText.start(title.isEmpty() ? described.name() : title, LONGEST_TITLE),
        ShortText.start(oneLine(Trees.text(record, "description")), LONGEST_DESCRIPTION),
        described.shown().version(),
        icon(described).orElse(""),
        ShownText.label(Trees.text(record, "type")),
        categories(record),
        ShownText.label(Trees.text(record, "owner", "github")),
        subscription(record),
        ShownText.label(Trees.text(record, "release")),
        Trees.object(record, "deprecated").isPresent());
  }

  static String subscription(ObjectNode record) {
    String asked = Trees.text(record, "conditions", "elastic", "subscription");
    return asked.isEmpty() ? "basic" : ShownText.label(asked);
  }

  /** Those of the table; others are no pages. */
  static List<CategoryName> categories(ObjectNode record) {
    return Stream.concat(
            Trees.texts(record, "categories").stream(),
            Trees.objects(record, "policy_templates").stream()
                .flatMap(template -> Trees.texts(template, "categories").stream()))
        .distinct()
        .flatMap(id -> Categories.standard().find(id).stream())
        .map(category -> new CategoryName(category.id(), category.title()))
        .sorted(Comparator.comparing(CategoryName::title))
        .toList();
  }

  /** The first icon for light pages that is among the files, seen from the output folder. */
  static Optional<String> icon(DescribedPackage described) {
    Set<String> files = described.files().files().keySet();
    return Trees.objects(described.record(), "icons").stream()
        .map(icon -> Trees.text(icon, "src"))
        .flatMap(src -> PackageFolder.resolve("", src).filter(files::contains).stream())
        .findFirst()
        .map(path -> Link.path(described.shown().files() + "/" + path));
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
