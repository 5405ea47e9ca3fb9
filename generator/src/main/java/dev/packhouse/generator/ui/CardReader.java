package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.model.PackageCategories;
import dev.packhouse.generator.model.PackageFacets;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Trees;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Makes a card of the version that stands for a package. */
final class CardReader {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_DESCRIPTION = 200;

  private CardReader() {}

  static Card read(DescribedPackage described) {
    ObjectNode record = described.record();
    PackageFacets facets = PackageFacets.of(record);
    String title = Trees.text(record, "title").strip();
    return new Card(
        described.name(),
        ShortText.start(title.isEmpty() ? described.name() : title, LONGEST_TITLE),
        ShortText.start(oneLine(Trees.text(record, "description")), LONGEST_DESCRIPTION),
        described.shown().version(),
        icon(described).orElse(""),
        ShownText.label(Trees.text(record, "type")),
        categories(record),
        ShownText.label(facets.owner()),
        ShownText.label(facets.subscription()),
        ShownText.label(facets.release()),
        Maturity.of(described.shown(), facets.release()),
        Trees.object(record, "deprecated").isPresent());
  }

  private static List<CategoryName> categories(ObjectNode record) {
    return PackageCategories.of(record).knownWithParents().stream()
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
