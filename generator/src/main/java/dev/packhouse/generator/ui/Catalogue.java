package dev.packhouse.generator.ui;

import dev.packhouse.generator.api.EndpointReference;
import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.DescribedVersion;
import dev.packhouse.generator.describe.Description;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.ui.Shell.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Writes the pages of a generation. */
public final class Catalogue implements Description {
  /** What the server answers to programs, for those who write them. */
  private static final String API = "api.html";

  private final PageFiles files;
  private final Site site = new Site(Assets.read());
  private final String look;
  private final Set<Card> cards = new ConcurrentSkipListSet<>();

  public Catalogue(PageFiles files) {
    this.files = files;
    Digest all = new Digest().add(Product.version());
    site.assets().byPath().keySet().forEach(all::add);
    look = all.text();
  }

  @Override
  public void add(DescribedPackage described) throws IOException {
    Card card = CardReader.read(described);
    cards.add(card);
    String path = RegistryLayout.page(described.name());
    String madeOf = madeOf(described);
    if (!files.keep(path, madeOf)) {
      Feed feed =
          new Feed(RegistryLayout.feedOfPackage(card.name()), "New versions of " + card.title());
      Shell shell = new Shell("../", card.title(), card.description(), feed, site);
      files.write(
          path, madeOf, Templates.ofPackage(shell, PackagePageReader.read(described, card)));
    }
  }

  @Override
  public void finish() throws IOException {
    List<Card> sorted = List.copyOf(cards);
    for (Map.Entry<String, byte[]> asset : site.assets().byPath().entrySet()) {
      put(asset.getKey(), asset.getValue());
    }
    put(RegistryLayout.PAGE_DATA, SearchData.json(sorted));
    new ListPages(sorted).forEach(this::put);
    put(
        API,
        Templates.api(
            new Shell("", "HTTP API", "What this registry answers, for programs", Feed.ALL, site),
            EndpointReference.all()));
  }

  private void put(String path, ListPage page) throws IOException {
    Shell shell =
        new Shell(
            path.contains("/") ? "../" : "",
            page.search() ? "Packages" : page.heading(),
            "Packages of this registry",
            page.feed(),
            site);
    put(path, Templates.list(shell, page));
  }

  private void put(String path, byte[] content) throws IOException {
    String madeOf = new Digest().add(content).text();
    if (!files.keep(path, madeOf)) {
      files.write(path, madeOf, content);
    }
  }

  /** All that the page of a package says, and how it says it. */
  private String madeOf(DescribedPackage described) {
    Digest digest = new Digest().add(look);
    for (DescribedVersion version : described.versions()) {
      digest
          .add(version.digest())
          .add(version.indexed().json())
          .add(Boolean.toString(version.indexed().listed()));
    }
    return digest.text();
  }
}
