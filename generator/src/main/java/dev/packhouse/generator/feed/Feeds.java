package dev.packhouse.generator.feed;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.DescribedVersion;
import dev.packhouse.generator.describe.Description;
import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.Categories;
import dev.packhouse.generator.model.Category;
import dev.packhouse.generator.model.FirstPublication;
import dev.packhouse.generator.model.FirstPublications;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.Trees;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The feeds of a generation. */
public final class Feeds implements Description {
  /** In characters: some packages have no changelog, and a long description. */
  private static final int LONGEST = 2_000;

  private final FirstPublications publications;
  private final boolean pages;
  private final FeedFiles files;
  private final NewestEntries all = new NewestEntries();
  private final Map<String, NewestEntries> categories = new ConcurrentSkipListMap<>();

  /**
   * Makes the feeds.
   *
   * @param publications of all versions that are going to be described
   * @param pages whether there are pages, to which entries lead
   */
  public Feeds(FirstPublications publications, boolean pages, FeedFiles files) {
    this.publications = publications;
    this.pages = pages;
    this.files = files;
  }

  @Override
  public void add(DescribedPackage described) throws IOException {
    List<FeedEntry> entries = entries(described);
    // Pages list the package by this version, which may be too old to be an entry, and link feeds.
    categories(described.shown()).forEach(this::entriesOf);
    for (FeedEntry entry : entries) {
      all.add(entry);
      entry.categories().forEach(id -> entriesOf(id).add(entry));
    }
    String title = entries.getFirst().title();
    write(RegistryLayout.feedOfPackage(described.name()), "New versions of " + title, entries);
  }

  @Override
  public void finish() throws IOException {
    write(RegistryLayout.FEED_OF_ALL, "New package versions", all.list());
    for (Map.Entry<String, NewestEntries> category : categories.entrySet()) {
      String id = category.getKey();
      String title = Categories.standard().find(id).map(Category::title).orElse(id);
      write(
          RegistryLayout.feedOfCategory(id),
          "New package versions: " + title,
          category.getValue().list());
    }
  }

  private void write(String path, String title, List<FeedEntry> entries) throws IOException {
    files.add(
        path, AtomWriter.write(new AtomFeed(path, title, publications.changed(), pages, entries)));
  }

  /** The newest of the package; no other of its versions can be among the newest of all. */
  private List<FeedEntry> entries(DescribedPackage described) throws IOException {
    ChangelogSummaries changelog = ChangelogSummaries.read(described.files());
    Optional<String> owner =
        Optional.of(Trees.text(described.record(), "owner", "github")).filter(it -> !it.isBlank());
    return described.versions().stream()
        .map(version -> new Dated(first(version), version))
        .sorted(Comparator.comparing(Dated::first).reversed())
        .limit(NewestEntries.MOST)
        .map(dated -> entry(dated, changelog, owner))
        .toList();
  }

  private record Dated(FirstPublication first, DescribedVersion version) {}

  private static FeedEntry entry(
      Dated dated, ChangelogSummaries changelog, Optional<String> owner) {
    DescribedVersion version = dated.version();
    String name = version.indexed().name();
    RecordTitle record = RecordTitle.read(version.indexed().json());
    return new FeedEntry(
        dated.first(),
        name,
        version.version(),
        record.title().orElse(name),
        changelog
            .find(version.version())
            .orElseGet(() -> ShortText.start(record.description().strip(), LONGEST)),
        owner,
        categories(version),
        download(version));
  }

  private FirstPublication first(DescribedVersion version) {
    return publications
        .of()
        .apply(version.id())
        .orElseThrow(() -> new IllegalStateException("Not in the list of changes: " + version));
  }

  private NewestEntries entriesOf(String category) {
    return categories.computeIfAbsent(category, _ -> new NewestEntries());
  }

  /** Policy templates may name what is no category, and a feed's path is made of it. */
  private static List<String> categories(DescribedVersion version) {
    return version.indexed().categories().knownWithParents().stream()
        .map(Category::id)
        .sorted()
        .toList();
  }

  private static Optional<Download> download(DescribedVersion version) {
    return version.downloads().stream().min(Comparator.comparing(Download::format));
  }
}
