package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import dev.packhouse.server.search.Guesses.Guess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Makes queries of the words of a text: each is looked for in all fields, and what counts is the
 * field in which it says most. A word that may not be finished stands for all that begin so, and
 * one that no package knows for those that are nearly the same.
 */
final class WordQueries extends QueryBuilder {
  /** What a word counts in a second field, beside the best. */
  private static final float TIE = 0.1f;

  /** What is guessed counts less than what is said. */
  private static final float BEGINNING = 0.6f;

  /** A word that stands somewhere as it was typed is finished more often than not. */
  private static final float BEGINNING_OF_KNOWN = 0.2f;

  private static final float NEARLY = 0.7f;

  private static final int LONGEST_GUESSED = 32;

  /** A text of nothing but unknown words is no typing error. */
  private static final int MOST_UNKNOWN = 6;

  /** So many packages use a word that is right. */
  private static final int COMMON = 5;

  private final LeafReader segment;
  private final SearchedFields searched;
  private final Typed typed;
  private final Rarity rarity;
  private final Guesses guesses;
  private final IdentityHashMap<Query, Told> told = new IdentityHashMap<>();
  private int unknownWords;

  /**
   * What is known of a query that was made here.
   *
   * @param rarity how much it tells that a package has it
   * @param filler whether it is of a word that nearly every text and every package may have
   */
  private record Told(float rarity, boolean filler) {
    static final Told NOTHING = new Told(0, false);
  }

  /** Which fields are looked into. */
  enum SearchedFields {
    ALL,
    TITLES;

    Stream<SearchedField> stream() {
      return this == ALL
          ? EnumSet.allOf(SearchedField.class).stream()
          : Stream.of(SearchedField.NAME, SearchedField.TITLE);
    }
  }

  WordQueries(
      Analyzer analyzer,
      LeafReader segment,
      Guesses guesses,
      SearchedFields searched,
      Typed typed) {
    super(analyzer);
    this.segment = segment;
    this.guesses = guesses;
    this.searched = searched;
    this.typed = typed;
    rarity = new Rarity(segment);
    setAutoGenerateMultiTermSynonymsPhraseQuery(true);
  }

  /** Looks for one term as it is, and guesses nothing. */
  Query term(String text) {
    return best(exactly(List.of(text)));
  }

  /** How much it tells that a package has what this query, made here, looks for. */
  float rarity(Query word) {
    return told.getOrDefault(word, Told.NOTHING).rarity();
  }

  /** Whether it is of a word that nearly every text and every package may have. */
  boolean isFiller(Query word) {
    return told.getOrDefault(word, Told.NOTHING).filler();
  }

  @Override
  protected Query newTermQuery(Term term, float boost) {
    return word(List.of(term.text()));
  }

  @Override
  protected Query newSynonymQuery(String field, TermAndBoost[] terms) {
    SynonymQuery synonyms = (SynonymQuery) super.newSynonymQuery(field, terms);
    return word(synonyms.getTerms().stream().map(Term::text).toList());
  }

  @Override
  protected Query newGraphSynonymQuery(Iterator<Query> ways) {
    List<Query> all = new ArrayList<>();
    ways.forEachRemaining(all::add);
    return tell(best(all), all.stream().map(this::rarity).min(Float::compare).orElse(0f));
  }

  @Override
  protected Query analyzePhrase(String field, TokenStream stream, int slop) throws IOException {
    PhraseQuery phrase = (PhraseQuery) super.analyzePhrase(field, stream, slop);
    Query everywhere =
        inPlacedFields(
            target -> {
              PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(slop);
              for (int i = 0; i < phrase.getTerms().length; i++) {
                builder.add(
                    new Term(target, phrase.getTerms()[i].bytes()), phrase.getPositions()[i]);
              }
              return builder.build();
            });
    return tell(everywhere, rarest(Stream.of(phrase.getTerms())));
  }

  @Override
  protected Query analyzeMultiPhrase(String field, TokenStream stream, int slop)
      throws IOException {
    MultiPhraseQuery phrase = (MultiPhraseQuery) super.analyzeMultiPhrase(field, stream, slop);
    Query everywhere =
        inPlacedFields(
            target -> {
              MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder().setSlop(slop);
              Term[][] terms = phrase.getTermArrays();
              for (int i = 0; i < terms.length; i++) {
                Term[] there =
                    Stream.of(terms[i]).map(t -> new Term(target, t.bytes())).toArray(Term[]::new);
                builder.add(there, phrase.getPositions()[i]);
              }
              return builder.build();
            });
    return tell(everywhere, rarest(Stream.of(phrase.getTermArrays()).map(same -> same[0])));
  }

  private float rarest(Stream<Term> words) {
    return words.map(word -> rarity.of(word.bytes())).max(Float::compare).orElse(0f);
  }

  private Query tell(Query query, float rarity) {
    told.put(query, new Told(rarity, false));
    return query;
  }

  private Query inPlacedFields(Function<String, Query> query) {
    return best(
        searched.stream()
            .filter(SearchedField::hasPlaces)
            .map(field -> weighted(query.apply(field.field()), field.weight()))
            .toList());
  }

  /**
   * @param terms that mean the same
   */
  private Query word(List<String> terms) {
    if (terms.size() == 1 && TextAnalysis.isStopWord(terms.getFirst()) && !isUnfinished(terms)) {
      return MatchNoDocsQuery.INSTANCE;
    }
    List<Query> ways = new ArrayList<>(exactly(terms));
    boolean known = isKnown(terms);
    boolean unknown = typed.contains(terms.getFirst()) && !known && unknownWords++ < MOST_UNKNOWN;
    if (isUnfinished(terms) && typed.unfinished().length() > 1) {
      addBeginnings(typed.unfinished(), known ? BEGINNING_OF_KNOWN : BEGINNING, ways);
    } else if (unknown && errors(terms.getFirst()) > 0) {
      addBeginnings(terms.getFirst(), BEGINNING, ways);
    }
    if (unknown) {
      addNearly(terms.getFirst(), ways);
    }
    float least =
        terms.stream().map(term -> rarity.of(new BytesRef(term))).min(Float::compare).orElse(0f);
    Query word = best(ways);
    told.put(word, new Told(least, terms.stream().anyMatch(TextAnalysis::isFiller)));
    return word;
  }

  private List<Query> exactly(List<String> terms) {
    return searched.stream()
        .flatMap(
            field ->
                terms.stream()
                    .map(
                        term ->
                            weighted(new TermQuery(new Term(field.field(), term)), field.weight())))
        .toList();
  }

  private void addBeginnings(String word, float counts, List<Query> ways) {
    brief()
        .forEach(
            field ->
                addGuesses(
                    reading(() -> guesses.beginnings(field.field(), word)), field, counts, ways));
  }

  private void addNearly(String word, List<Query> ways) {
    int errors = errors(word);
    if (errors > 0) {
      List<Guess> nearly =
          reading(() -> guesses.nearly(word, errors, guess -> brief().anyMatch(has(guess))));
      brief()
          .forEach(
              field -> {
                List<Guess> there =
                    nearly.stream().filter(guess -> has(guess.word()).test(field)).toList();
                addGuesses(there, field, NEARLY, ways);
              });
    }
  }

  /**
   * @param guessed words that the field has
   */
  private void addGuesses(
      List<Guess> guessed, SearchedField field, float counts, List<Query> ways) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    guessed.stream()
        .map(guess -> weighted(new TermQuery(term(field, guess.word())), guess.likeness()))
        .forEach(word -> any.add(word, Occur.SHOULD));
    BooleanQuery made = any.build();
    if (!made.clauses().isEmpty()) {
      ways.add(weighted(made, field.weight() * counts));
    }
  }

  private Stream<SearchedField> brief() {
    return searched.stream().filter(SearchedField::isBrief);
  }

  /**
   * In a short word, one other letter makes another word. What is longer than any word of a package
   * was not typed, and takes megabytes to be looked for.
   */
  private static int errors(String word) {
    int length = word.codePointCount(0, word.length());
    if (length < 4 || length > LONGEST_GUESSED) {
      return 0;
    }
    return length < 6 ? 1 : 2;
  }

  private boolean isUnfinished(List<String> terms) {
    return typed.endsWithOneOf(terms);
  }

  private boolean isKnown(List<String> terms) {
    return terms.stream()
        .map(BytesRef::new)
        .anyMatch(word -> isCommon(word) || brief().anyMatch(has(word)));
  }

  /** Authors of several packages do not make the same error. */
  private boolean isCommon(BytesRef word) {
    return reading(() -> segment.docFreq(new Term(TextFields.WORD, word))) >= COMMON;
  }

  private Predicate<SearchedField> has(BytesRef word) {
    return field -> reading(() -> segment.docFreq(term(field, word))) > 0;
  }

  private static Term term(SearchedField field, BytesRef word) {
    return new Term(field.field(), word);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query weighted(Query query, float weight) {
    return new BoostQuery(query, weight);
  }

  private static Query best(List<Query> ways) {
    return new DisjunctionMaxQuery(ways, TIE);
  }
}
