package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.Cursor;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;

/**
 * Answers from the indexes of one generation. Requests under way when it is closed end in peace;
 * later ones fail with {@link org.apache.lucene.store.AlreadyClosedException}.
 */
public final class LuceneRegistry implements RegistrySearch, Closeable {
  private static final SearchAnswer NOTHING =
      new SearchAnswer(2, new AnswerDigest().finish(), 0, out -> out.write(new byte[] {'[', ']'}));

  /** With more names than these, it is cheaper to walk over all than to look each of them up. */
  private static final int FEW_NAMES = 1_000;

  private final IndexSnapshot index;
  private final Optional<TextIndex> text;
  private final Path generation;
  private final String folder;
  private final Optional<String> pages;

  private LuceneRegistry(IndexSnapshot index, Optional<TextIndex> text, Path generation) {
    this.index = index;
    this.text = text;
    this.generation = generation;
    folder = RegistryLayout.GENERATIONS + "/" + generation.getFileName();
    pages = pages(generation);
  }

  /**
   * Opens the indexes in the folder of a generation, after every byte of them was checked.
   *
   * @throws IOException when that of versions is missing, or one is damaged or of another format;
   *     the message names the folder
   */
  public static LuceneRegistry open(Path generation) throws IOException {
    IndexSnapshot index =
        IndexSnapshot.open(
            generation.resolve(RegistryLayout.LUCENE_INDEX), Integer.toString(IndexFields.FORMAT));
    Optional<TextIndex> text = Optional.empty();
    try {
      text = TextIndex.open(generation);
      LuceneRegistry registry = new LuceneRegistry(index, text, generation);
      registry.checkNames(generation);
      return registry;
    } catch (IOException | RuntimeException e) {
      index.close();
      if (text.isPresent()) {
        text.get().close();
      }
      throw e;
    }
  }

  @Override
  public SearchAnswer search(SearchQuery query) throws IOException {
    if (query.presentation().from().isPresent() && size() == 0) {
      throw new StaleCursorException();
    }
    Optional<Ranking> ranking = rank(query.text());
    return index.reading(
        segment -> {
          RecordFilter filter =
              new RecordFilter(
                  segment,
                  filter(query.category(), segment),
                  new RecordReader(segment, query.category()));
          if (query.presentation().isEverything()) {
            ChosenRecords all = new ChosenRecords(filter, new AnswerDigest());
            forEachName(segment, query, ranking, all::addName);
            return answer(segment, query, all, Optional.empty());
          }
          Page page = new Page(filter, query.presentation());
          forEachName(segment, query, ranking, page::addName);
          return answer(segment, query, page.finish(), page.next());
        },
        NOTHING);
  }

  /** Gives what is chosen of the names that answer, in the order of the answer. */
  private void forEachName(
      LeafReader segment, SearchQuery query, Optional<Ranking> ranking, NameRuns.Consumer consumer)
      throws IOException {
    if (ranking.isEmpty()) {
      choose(segment, query.filter(), query.all(), consumer);
      return;
    }
    RankedNames names = ranked(segment, query.filter(), query.all(), ranking.get());
    if (query.presentation().byName()) {
      for (int place = 0; place < names.size(); place++) {
        consumer.accept(names.versions(place));
      }
    } else {
      for (int place : names.bestFirst()) {
        consumer.accept(names.versions(place));
      }
    }
  }

  private SearchAnswer answer(
      LeafReader segment, SearchQuery query, ChosenRecords given, Optional<Cursor> next)
      throws IOException {
    int[] numbers = given.numbers();
    if (!query.presentation().isWhole()) {
      return cut(segment, query, numbers, next);
    }
    return new SearchAnswer(
        given.length(),
        given.digest(),
        (long) Integer.BYTES * numbers.length,
        next,
        out -> write(numbers, query.category(), out));
  }

  /** Records of which not all is given, or more: they are written twice, the first time nowhere. */
  private SearchAnswer cut(
      LeafReader segment, SearchQuery query, int[] numbers, Optional<Cursor> next)
      throws IOException {
    CutRecords records =
        new CutRecords(
            numbers, new RecordCut(query.presentation()), highlights(segment, query, numbers));
    AnswerMeasure measure = new AnswerMeasure();
    records.writeAllButTheEnd(new RecordReader(segment, query.category()), measure);
    measure.write(ChosenRecords.END);
    return new SearchAnswer(
        measure.length(),
        measure.digest(),
        records.memory(),
        next,
        out -> {
          index.reading(
              now -> {
                records.writeAllButTheEnd(new RecordReader(now, query.category()), out);
                return numbers;
              },
              numbers);
          out.write(ChosenRecords.END);
        });
  }

  private List<Highlights> highlights(LeafReader segment, SearchQuery query, int[] numbers)
      throws IOException {
    if (!query.presentation().highlight() || query.text().isEmpty()) {
      return List.of();
    }
    List<Integer> names = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      SortedDocValues values = segment.getSortedDocValues(IndexFields.NAME);
      values.advanceExact(RecordReader.documentOf(number));
      names.add(values.ordValue());
    }
    return texts().highlights(query.text().get(), names);
  }

  /** The last byte is not given before the files were looked at: wrong answers have no end. */
  private void write(int[] numbers, Optional<String> category, OutputStream out)
      throws IOException {
    index.reading(
        segment -> {
          ChosenRecords.writeAllButTheEnd(numbers, new RecordReader(segment, category), out);
          return numbers;
        },
        numbers);
    out.write(ChosenRecords.END);
  }

  @Override
  public List<CategoryCount> categories(CategoriesQuery query) throws IOException {
    return index.reading(
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
  public Facets facets(FacetsQuery query) throws IOException {
    texts(); // what is counted came with it
    Optional<Ranking> ranking = rank(query.text());
    return index.reading(
        segment -> {
          FacetTally tally = new FacetTally(segment, filter(query.category(), segment));
          if (ranking.isEmpty()) {
            choose(segment, query.filter(), query.all(), tally::add);
          } else {
            RankedNames names = ranked(segment, query.filter(), query.all(), ranking.get());
            for (int place = 0; place < names.size(); place++) {
              tally.add(names.versions(place));
            }
          }
          return tally.finish();
        },
        Facets.NONE);
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public Optional<String> pages() {
    return pages;
  }

  private static Optional<String> pages(Path generation) {
    return Files.isDirectory(generation.resolve(RegistryLayout.UI))
        ? Optional.of(RegistryLayout.pages(String.valueOf(generation.getFileName())))
        : Optional.empty();
  }

  @Override
  public List<Suggestion> suggest(SuggestQuery query) throws IOException {
    TextIndex texts = texts();
    Ranking ranking = texts.complete(query.text());
    return index.reading(
        segment -> {
          SortedDocValues names = segment.getSortedDocValues(IndexFields.NAME);
          RankedNames found = ranked(segment, query.filter(), false, ranking);
          List<Suggestion> likeliest = new ArrayList<>();
          for (int place : found.bestFirst()) {
            if (likeliest.size() < query.limit()) {
              int name = found.name(place);
              String text = names.lookupOrd(name).utf8ToString();
              likeliest.add(new Suggestion(text, texts.title(name)));
            }
          }
          return likeliest;
        },
        List.of());
  }

  @Override
  public Optional<StoredVersion> find(String name, String version) throws IOException {
    return index.reading(segment -> VersionLookup.find(segment, name, version), Optional.empty());
  }

  /** Whether the folder of that generation holds the very indexes that are open here. */
  public boolean isOpenOn(Path generation) throws IOException {
    return index.isOpenOn(generation.resolve(RegistryLayout.LUCENE_INDEX))
        && (text.isEmpty() || text.get().isOpenOn(generation));
  }

  /** Tells where each package version lies. */
  public void forEachVersion(StoredVersion.Sink sink) throws IOException {
    index.reading(
        segment -> {
          VersionLookup.forEach(segment, sink);
          return segment.numDocs();
        },
        0);
  }

  /** How many package versions there are. */
  public int size() throws IOException {
    return index.reading(LeafReader::numDocs, 0);
  }

  @Override
  public void close() throws IOException {
    try (index) {
      if (text.isPresent()) {
        text.get().close();
      }
    }
  }

  /** Absent where no text is asked for. */
  private Optional<Ranking> rank(Optional<String> asked) throws IOException {
    return asked.isPresent() ? Optional.of(texts().rank(asked.get())) : Optional.empty();
  }

  private TextIndex texts() throws NoTextException {
    return text.orElseThrow(() -> new NoTextException(generation));
  }

  /** Absent where no category is asked for. */
  private Optional<CategoryFilter> filter(Optional<String> category, LeafReader segment)
      throws IOException {
    return category.isPresent()
        ? Optional.of(CategoryFilter.of(category.get(), index, segment.maxDoc()))
        : Optional.empty();
  }

  /** What is chosen of the names that answer. */
  private RankedNames ranked(LeafReader segment, PackageFilter filter, boolean all, Ranking ranking)
      throws IOException {
    RankedNames names = new RankedNames(segment, ranking);
    Query passing = FilterQuery.of(filter, segment);
    if (ranking.found() <= FEW_NAMES) {
      passing =
          new BooleanQuery.Builder()
              .add(passing, Occur.FILTER)
              .add(new TermInSetQuery(IndexFields.NAME, texts().names(ranking)), Occur.FILTER)
              .build();
    }
    choose(segment, passing, VersionChoice.of(filter.experimental(), all), names::add);
    return names;
  }

  private void choose(
      LeafReader segment, PackageFilter filter, boolean all, NameRuns.Consumer consumer)
      throws IOException {
    choose(
        segment,
        FilterQuery.of(filter, segment),
        VersionChoice.of(filter.experimental(), all),
        consumer);
  }

  private void choose(
      LeafReader segment, Query passing, VersionChoice choice, NameRuns.Consumer consumer)
      throws IOException {
    new NameRuns(segment, index.matches(passing)).choose(choice, consumer);
  }

  /** A name has the same number in both indexes, so both must have the same names. */
  private void checkNames(Path generation) throws IOException {
    int names =
        index.reading(segment -> segment.getSortedDocValues(IndexFields.NAME).getValueCount(), 0);
    if (text.isPresent() && text.get().names() != names) {
      throw new IOException(
          "the indexes in " + generation + " are of different packages: generate it again");
    }
  }
}
