package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;

/** What packages say of themselves, open for reading. */
final class TextIndex implements Closeable {
  static {
    // A text has no more words than are looked for, so what it becomes is bounded already.
    IndexSearcher.setMaxClauseCount(1 << 16);
  }

  /**
   * Praise decides between good answers: nobody reads as far as the others. They are the best of
   * all packages, whatever else is asked for.
   */
  private static final int MOST_PRAISED = 300;

  private final IndexSnapshot index;

  private TextIndex(IndexSnapshot index) {
    this.index = index;
  }

  /** That of a generation; nothing where it was made before there was one. */
  static Optional<TextIndex> open(Path generation) throws IOException {
    Path folder = generation.resolve(RegistryLayout.TEXT_INDEX);
    return Files.isDirectory(folder)
        ? Optional.of(new TextIndex(IndexSnapshot.open(folder, TextFields.format())))
        : Optional.empty();
  }

  /** Whether it is that of this generation. */
  boolean isOpenOn(Path generation) throws IOException {
    return index.isOpenOn(generation.resolve(RegistryLayout.TEXT_INDEX));
  }

  /** How many names it has. */
  int names() throws IOException {
    return index.reading(LeafReader::maxDoc, 0);
  }

  /** The packages that a text is about; where none has most of its words, those with any. */
  Ranking rank(String text) throws IOException {
    return index.reading(
        segment -> {
          TextQuery query = new TextQuery(segment, text);
          Ranking most = rank(segment, query.strict());
          Ranking found = most.isEmpty() ? rank(segment, query.loose()) : most;
          Optional<Scorer> praise =
              found.isEmpty() ? Optional.empty() : index.scored(query.praise());
          if (praise.isPresent()) {
            found.praise(praise.get(), MOST_PRAISED);
          }
          return found;
        },
        Ranking.ofNothing(0));
  }

  /** The packages whose name or title the text may become. */
  Ranking complete(String text) throws IOException {
    return index.reading(
        segment -> rank(segment, new TextQuery(segment, text).suggestions()), Ranking.ofNothing(0));
  }

  private Ranking rank(LeafReader segment, Query query) throws IOException {
    Optional<Scorer> scorer = index.scored(query);
    return scorer.isEmpty()
        ? Ranking.ofNothing(segment.maxDoc())
        : Ranking.of(segment.maxDoc(), scorer.get());
  }

  /** The names that answer, in their order. */
  List<BytesRef> names(Ranking ranking) throws IOException {
    return index.reading(
        segment -> {
          SortedDocValues names = segment.getSortedDocValues(TextFields.ID);
          List<BytesRef> found = new ArrayList<>(ranking.found());
          for (int name = 0; name < ranking.names(); name++) {
            if (ranking.score(name) > 0) {
              found.add(BytesRef.deepCopyOf(names.lookupOrd(name)));
            }
          }
          return found;
        },
        List.of());
  }

  /** The title of the package whose name has this number. */
  String title(int name) throws IOException {
    return index.reading(segment -> TextHighlights.stored(segment, name, TextFields.TITLE), "");
  }

  /** Where the text is found in what each of these packages says. */
  List<Highlights> highlights(String text, List<Integer> names) throws IOException {
    return index.reading(
        segment -> {
          TextHighlights highlights = new TextHighlights(segment, index.searcher(), text);
          List<Highlights> found = new ArrayList<>(names.size());
          for (int name : names) {
            found.add(highlights.of(name));
          }
          return found;
        },
        List.of());
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
