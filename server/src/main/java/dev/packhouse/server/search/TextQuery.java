package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import dev.packhouse.server.search.WordQueries.SearchedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes a query of a text that somebody typed. Nothing in it is a command, save that words between
 * double quotes have to stand side by side.
 */
final class TextQuery {
  /** Nobody types more; what is longer was pasted, and its beginning tells as much. */
  private static final int LONGEST = 512;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** More than all other things together can be worth. */
  private static final float NAME = 100f;

  private static final float SIDE_BY_SIDE = 1f;
  private static final float IN_ONE_PIECE = 2f;

  /** That one more word is found counts wherever it stands, and the more, the rarer it is. */
  private static final float ONE_MORE_WORD = 1f;

  private static final float FILLER = 0.3f;

  private static final float PAIR = 0.5f;

  /** What somebody types is more likely to become itself than what else it is called. */
  private static final float MEANT = 0.5f;

  /** Words that may stand between the two, or places that they may be moved. */
  private static final int PAIR_SLOP = 2;

  /** Each is looked for in all fields. */
  private static final int MOST_PAIRS = 8;

  /** Any name: the builder puts the real ones in its place. */
  private static final String ALL = "";

  private final LeafReader segment;
  private final Guesses guesses;
  private final String text;
  private final List<String> phrases = new ArrayList<>();
  private final String words;

  TextQuery(LeafReader segment, String typed) {
    this.segment = segment;
    guesses = new Guesses(segment);
    text = typed.substring(0, Math.min(typed.length(), LONGEST));
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      phrases.add(quoted.group(1));
    }
    words = quoted.replaceAll(" ");
  }

  /** What the text is about, with most of its words in each package. */
  Query strict() {
    return about(words(false));
  }

  /** The same with any of its words. */
  Query loose() {
    return about(words(true));
  }

  /** What the text may become when it is typed on. */
  Query suggestions() {
    Query words = titled(TextAnalysis.STEMS);
    Query meant = titled(TextAnalysis.SYNONYMS);
    if (words == null || meant == null) {
      return MatchNoDocsQuery.INSTANCE;
    }
    Query begun = new PrefixQuery(new Term(TextFields.ID, asName(text)));
    // Names that begin so come first, all of them as good, and so in the order of names.
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(new ConstantScoreQuery(begun), NAME),
            words,
            new BoostQuery(meant, MEANT)),
        0f);
  }

  /** All words in names and titles; null where the text has none. */
  private @Nullable Query titled(Analyzer analyzer) {
    return new WordQueries(analyzer, segment, guesses, SearchedFields.TITLES, Typed.of(text))
        .createBooleanQuery(ALL, text, Occur.MUST);
  }

  /**
   * What makes a package that was found anyway more likely to be meant: words that stand in it as
   * they stand in the text. It takes longer than all the rest, since places of words must be read.
   */
  Query praise() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Query phrase = exact().createPhraseQuery(ALL, words, 1);
    if (phrase != null) {
      query.add(new BoostQuery(phrase, SIDE_BY_SIDE), Occur.SHOULD);
    }
    addPairs(query);
    return query.build();
  }

  private Query about(Optional<Query> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.ifPresent(
        all -> {
          query.add(all, Occur.MUST);
          addNames(query);
        });
    for (String phrase : phrases) {
      Query sideBySide = exact().createPhraseQuery(ALL, phrase);
      if (sideBySide != null) {
        query.add(sideBySide, Occur.MUST);
      }
    }
    return query.build();
  }

  /** A package that is called so is meant, and then those with the same words in one piece. */
  private void addNames(BooleanQuery.Builder query) {
    Query named = new TermQuery(new Term(TextFields.ID, asName(words)));
    query.add(new BoostQuery(new ConstantScoreQuery(named), NAME), Occur.SHOULD);
    if (words.indexOf('_') >= 0 || words.indexOf('-') >= 0) {
      TextAnalysis.forEach(
          TextAnalysis.COMPOUNDS,
          words,
          term -> query.add(new BoostQuery(exact().term(term), IN_ONE_PIECE), Occur.SHOULD));
    }
  }

  /** Two words that stand near each other as they were typed mean what they mean together. */
  private void addPairs(BooleanQuery.Builder query) {
    List<String> told = new ArrayList<>();
    TextAnalysis.forEach(
        TextAnalysis.WORDS,
        words,
        word -> {
          if (!TextAnalysis.isStopWord(word)) {
            told.add(word);
          }
        });
    for (int i = 1; i < Math.min(told.size(), MOST_PAIRS); i++) {
      Query pair = exact().createPhraseQuery(ALL, told.get(i - 1) + " " + told.get(i), PAIR_SLOP);
      if (pair != null) {
        query.add(new BoostQuery(pair, PAIR), Occur.SHOULD);
      }
    }
  }

  /**
   * Words that texts ask with count, but are not asked for where there are others.
   *
   * @param any one word is enough
   */
  private Optional<Query> words(boolean any) {
    WordQueries builder =
        new WordQueries(
            TextAnalysis.SYNONYMS, segment, guesses, SearchedFields.ALL, Typed.of(words));
    Query all = builder.createBooleanQuery(ALL, words);
    if (all == null) {
      return Optional.empty();
    }
    List<Query> said =
        all instanceof BooleanQuery several && !isOneWord(several)
            ? several.clauses().stream()
                .map(BooleanClause::query)
                .filter(clause -> !(clause instanceof MatchNoDocsQuery))
                .toList()
            : List.of(all);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean onlyFillers = said.stream().allMatch(builder::isFiller);
    BooleanQuery.Builder fillers = new BooleanQuery.Builder();
    int wanted = 0;
    for (Query word : said) {
      if (builder.isFiller(word) && !onlyFillers) {
        fillers.add(word, Occur.SHOULD);
      } else {
        query.add(said.size() > 1 ? counted(word, builder.rarity(word)) : word, Occur.SHOULD);
        wanted++;
      }
    }
    query.setMinimumNumberShouldMatch(any ? 1 : needed(wanted, said.size()));
    BooleanQuery.Builder both = new BooleanQuery.Builder().add(query.build(), Occur.MUST);
    if (wanted < said.size()) {
      both.add(new BoostQuery(fillers.build(), FILLER), Occur.SHOULD);
    }
    Query most = both.build();
    return Optional.of(
        joined().map(one -> (Query) new DisjunctionMaxQuery(List.of(most, one), 0f)).orElse(most));
  }

  /** Two words that are one elsewhere, as in {@code cloud flare}. */
  private Optional<Query> joined() {
    StringBuilder one = new StringBuilder();
    int[] count = {0};
    TextAnalysis.forEach(
        TextAnalysis.WORDS,
        words,
        word -> {
          one.append(word);
          count[0]++;
        });
    return count[0] == 2
        ? Optional.of(
            new WordQueries(
                    TextAnalysis.STEMS, segment, guesses, SearchedFields.TITLES, Typed.NOTHING)
                .term(one.toString()))
        : Optional.empty();
  }

  private WordQueries exact() {
    return new WordQueries(TextAnalysis.STEMS, segment, guesses, SearchedFields.ALL, Typed.NOTHING);
  }

  private static boolean isOneWord(BooleanQuery query) {
    return query.clauses().size() == 1;
  }

  /** All of two words, and half of those that a longer text is about. */
  private static int needed(int words, int ofAll) {
    return ofAll <= 2 ? words : Math.max(1, words / 2);
  }

  private static Query counted(Query word, float rarity) {
    Query one = new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
    return new BooleanQuery.Builder()
        .add(word, Occur.MUST)
        .add(new BoostQuery(one, ONE_MORE_WORD * rarity), Occur.MUST)
        .build();
  }

  private static String asName(String text) {
    return BLANKS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("_").replace('-', '_');
  }
}
