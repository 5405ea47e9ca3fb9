package dev.packhouse.server.search;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SearchQuery;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;

/**
 * Answers from the index of one generation. Requests under way when it is closed end in peace;
 * later ones fail with {@link org.apache.lucene.store.AlreadyClosedException}.
 */
public final class LuceneRegistry implements RegistrySearch, Closeable {
  private static final SearchAnswer NOTHING =
      new SearchAnswer(2, new AnswerDigest().finish(), 0, out -> out.write(new byte[] {'[', ']'}));

  private final IndexSnapshot index;
  private final Optional<String> pages;

  private LuceneRegistry(IndexSnapshot index, Optional<String> pages) {
    this.index = index;
    this.pages = pages;
  }

  /**
   * Opens the index in the folder of a generation, after every byte of it was checked.
   *
   * @throws IOException when it is missing, damaged or of another format; the message names the
   *     folder
   */
  public static LuceneRegistry open(Path generation) throws IOException {
    return new LuceneRegistry(
        IndexSnapshot.open(generation.resolve(RegistryLayout.LUCENE_INDEX)), pages(generation));
  }

  @Override
  public SearchAnswer search(SearchQuery query) throws IOException {
    Optional<CategoryFilter> filter = query.category().map(CategoryFilter::new);
    return reading(
        segment -> {
          ChosenRecords chosen = new ChosenRecords(new RecordReader(segment, filter));
          choose(segment, query.filter(), query.all(), chosen::addName);
          int[] documents = chosen.documents();
          return new SearchAnswer(
              chosen.length(),
              chosen.digest(),
              (long) Integer.BYTES * documents.length,
              out -> write(documents, filter, out));
        },
        NOTHING);
  }

  /** The last byte is not given before the files were looked at: wrong answers have no end. */
  private void write(int[] documents, Optional<CategoryFilter> filter, OutputStream out)
      throws IOException {
    reading(
        segment -> {
          ChosenRecords.writeAllButTheEnd(documents, new RecordReader(segment, filter), out);
          return documents;
        },
        documents);
    out.write(ChosenRecords.END);
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
    return reading(
        segment -> {
          CategoryTally tally = new CategoryTally(query.includePolicyTemplates());
          PackageCategoriesReader categories = new PackageCategoriesReader(segment);
          choose(
              segment,
              query.filter(),
              false,
              documents -> {
                for (int i = 0; i < documents.length; i++) {
                  tally.add(categories.read(documents.ints[documents.offset + i]));
                }
              });
          return tally.counts();
        },
        List.of());
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) throws IOException {
    return reading(segment -> VersionLookup.find(segment, name, version), Optional.empty());
  }

  @Override
  public Optional<String> pages() {
    return pages;
  }

  /** The list of the pages is written behind them. */
  private static Optional<String> pages(Path generation) {
    return Files.isRegularFile(generation.resolve(RegistryLayout.PAGES))
        ? Optional.of(RegistryLayout.pages(String.valueOf(generation.getFileName())))
        : Optional.empty();
  }

  /** Whether the folder of that generation holds the very index that is open here. */
  public boolean isOpenOn(Path generation) throws IOException {
    return index.isOpenOn(generation.resolve(RegistryLayout.LUCENE_INDEX));
  }

  /** Tells where each package version lies. */
  public void forEachVersion(StoredVersion.Sink sink) throws IOException {
    reading(
        segment -> {
          VersionLookup.forEach(segment, sink);
          return segment.numDocs();
        },
        0);
  }

  /** How many package versions there are. */
  public int size() throws IOException {
    return reading(LeafReader::numDocs, 0);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  private void choose(
      LeafReader segment, PackageFilter filter, boolean all, NameRuns.Consumer consumer)
      throws IOException {
    VersionChoice choice = VersionChoice.of(filter.experimental(), all);
    new NameRuns(segment, index.matches(FilterQuery.of(filter, segment))).choose(choice, consumer);
  }

  /** Nothing is given away that was read from files after somebody had written into them. */
  private <T> T reading(Reading<T> action, T whenEmpty) throws IOException {
    index.retain();
    try {
      Optional<LeafReader> segment = index.segment();
      T read = segment.isEmpty() ? whenEmpty : action.read(segment.get());
      index.checkUnchanged();
      return read;
    } catch (IOException | RuntimeException | Error e) {
      index.checkUnchanged(); // bytes of another index can make any failure
      throw e;
    } finally {
      index.release();
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(LeafReader segment) throws IOException;
  }
}
