package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Finds the words of a text again in what packages say. */
final class TextHighlights {
  /** Of a README, characters of a passage, about. */
  private static final int PASSAGE = 120;

  /** Where in its passage a word stands that was found. */
  private static final float MIDDLE = 0.5f;

  private static final int MOST_PASSAGES = 3;

  private final LeafReader segment;
  private final Highlighter highlighter;
  private final Query query;

  TextHighlights(LeafReader segment, IndexSearcher searcher, String text) throws IOException {
    this.segment = segment;
    highlighter = new Highlighter();
    // Guesses become the words of the index that they stand for, once for all packages.
    query = searcher.rewrite(new TextQuery(segment, text).loose());
  }

  Highlights of(int name) throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String field : TextFields.SEARCHED) {
      String text = stored(segment, name, field);
      if (!text.isEmpty()) {
        List<String> passages = highlighter.passages(field, query, text);
        if (!passages.isEmpty()) {
          found.put(field, passages);
        }
      }
    }
    return new Highlights(found);
  }

  /** What is stored of a field; empty where nothing is. */
  static String stored(LeafReader segment, int document, String field) throws IOException {
    return Objects.requireNonNullElse(
        segment.storedFields().document(document, Set.of(field)).get(field), "");
  }

  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter() {
      super(
          builderWithoutSearcher(TextAnalysis.INDEX)
              .withFormatter(new EachPassage())
              .withMaxNoHighlightPassages(0));
    }

    List<String> passages(String field, Query query, String text) throws IOException {
      return highlightWithoutSearcher(field, query, text, MOST_PASSAGES) instanceof List<?> found
          ? found.stream().map(String.class::cast).toList()
          : List.of();
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
      return switch (field) {
        case TextFields.TITLE, TextFields.DESCRIPTION, TextFields.README ->
            LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.ROOT), PASSAGE, MIDDLE);
        default -> new CustomSeparatorBreakIterator('\n');
      };
    }
  }

  /** Gives passages one by one. */
  private static final class EachPassage extends PassageFormatter {
    private final PassageFormatter escaping =
        new DefaultPassageFormatter("<em>", "</em>", "…", /* escape= */ true);

    @Override
    public Object format(Passage[] passages, String content) {
      return Stream.of(passages)
          .map(passage -> String.valueOf(escaping.format(new Passage[] {passage}, content)))
          .map(String::strip)
          .toList();
    }
  }
}
