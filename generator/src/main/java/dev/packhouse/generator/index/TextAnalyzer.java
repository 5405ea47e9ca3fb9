package dev.packhouse.generator.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Makes terms of text. What is indexed is split where the case changes and at {@code _} and {@code
 * -}, and kept in one piece besides; what is asked is split at all signs. Stems are held against
 * stems; the words themselves are indexed beside them where somebody may still be typing one.
 */
public final class TextAnalyzer {
  private static final int SPLIT_AND_WHOLE =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.CATENATE_ALL
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;

  /** Nobody looks for more, and each costs a look into every field. */
  private static final int MOST_WORDS = 24;

  private TextAnalyzer() {}

  /** Of what is indexed. */
  public static Analyzer ofIndex() {
    return new PerField(
        (field, text) -> {
          TokenStream split = new WordDelimiterGraphFilter(text, SPLIT_AND_WHOLE, null);
          TokenStream plain = plain(new FlattenGraphFilter(split));
          return keepsWords(field) ? wordsAndStems(plain) : stems(plain);
        },
        TextAnalyzer::isInCompound);
  }

  /**
   * Of what is asked.
   *
   * @param synonyms in Solr's format
   * @throws ParseException if they are not
   */
  public static Analyzer ofQueries(Reader synonyms) throws ParseException {
    SynonymMap map = synonyms(synonyms);
    return new PerField(
        (field, text) ->
            stems(new SynonymGraphFilter(first(plain(text)), map, /* ignoreCase= */ false)),
        TextAnalyzer::isInWord);
  }

  /** The words of what is asked, no more of them than are looked for, and as they are. */
  public static Analyzer ofWords() {
    return new PerField((field, text) -> first(plain(text)), TextAnalyzer::isInWord);
  }

  /** The same, as stems. */
  public static Analyzer ofStems() {
    return new PerField((field, text) -> stems(first(plain(text))), TextAnalyzer::isInWord);
  }

  /** The same, but words that hang together by signs are one without these. */
  public static Analyzer ofCompounds() {
    int whole = WordDelimiterGraphFilter.CATENATE_ALL;
    return new PerField(
        (field, text) -> stems(first(plain(new WordDelimiterGraphFilter(text, whole, null)))),
        TextAnalyzer::isInCompound);
  }

  private static TokenStream first(TokenStream words) {
    return new LimitTokenCountFilter(words, MOST_WORDS);
  }

  private static SynonymMap synonyms(Reader text) throws ParseException {
    try (Analyzer plain = new PerField((field, words) -> plain(words), TextAnalyzer::isInWord)) {
      SolrSynonymParser parser =
          new SolrSynonymParser(/* dedup= */ true, /* expand= */ true, plain);
      parser.parse(text);
      return parser.build();
    } catch (IOException e) { // it reads from memory
      throw new UncheckedIOException(e);
    }
  }

  private static TokenStream plain(TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
  }

  private static TokenStream stems(TokenStream plain) {
    return new KStemFilter(plain);
  }

  private static TokenStream wordsAndStems(TokenStream plain) {
    return new RemoveDuplicatesTokenFilter(stems(new KeywordRepeatFilter(plain)));
  }

  /** Where beginnings of words are looked for, which a stem may lack. */
  private static boolean keepsWords(String field) {
    return !field.equals(TextFields.FIELD) && !field.equals(TextFields.README);
  }

  private static boolean isInWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\''
        || c == '’';
  }

  private static boolean isInCompound(int c) {
    return isInWord(c) || c == '_' || c == '-';
  }

  /** What is done with the words of a field. */
  @FunctionalInterface
  private interface Filters {
    TokenStream of(String field, TokenStream words);
  }

  private static final class PerField extends Analyzer {
    private final Filters filters;
    private final IntPredicate letters;

    PerField(Filters filters, IntPredicate letters) {
      super(PER_FIELD_REUSE_STRATEGY);
      this.filters = filters;
      this.letters = letters;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = CharTokenizer.fromTokenCharPredicate(letters);
      return new TokenStreamComponents(words, filters.of(field, words));
    }
  }
}
