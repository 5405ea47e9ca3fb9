package dev.packhouse.server.search;

import dev.packhouse.generator.index.TextFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words of the index that a typed word may stand for. They are looked up once and then asked for as
 * words: a query of Lucene's for each field would make the automaton of a typing error, which takes
 * longer than all the rest of a search, once for each field.
 */
final class Guesses {
  /** Words that one beginning or one typing error may stand for, in one field. */
  private static final int MOST = 48;

  /** The first letter is typed right more often than not, and is what the search begins with. */
  private static final int RIGHT_LETTERS = 1;

  private static final Comparator<Guess> LIKEST =
      Comparator.comparingDouble(Guess::likeness).reversed().thenComparing(Guess::word);

  private final LeafReader segment;

  /** By the word that was typed: where no package has most of a text's words, it is asked twice. */
  private final Map<String, List<Guess>> nearly = new HashMap<>();

  /**
   * @param likeness 1 for the same word
   */
  record Guess(BytesRef word, float likeness) {}

  Guesses(LeafReader segment) {
    this.segment = segment;
  }

  /** The words of a field that begin so, in their order. */
  List<Guess> beginnings(String field, String beginning) throws IOException {
    List<Guess> found = new ArrayList<>();
    BytesRef start = new BytesRef(beginning);
    TermsEnum words = Terms.getTerms(segment, field).iterator();
    if (words.seekCeil(start) == SeekStatus.END) {
      return found;
    }
    for (BytesRef word = words.term();
        word != null && found.size() < MOST && StringHelper.startsWith(word, start);
        word = words.next()) {
      found.add(new Guess(BytesRef.deepCopyOf(word), 1));
    }
    return found;
  }

  /**
   * The words of any field that are nearly the same, the likest first.
   *
   * @param errors letters that may be wrong, missing, too many or in the other order
   * @param taken which of them count
   */
  List<Guess> nearly(String typed, int errors, Predicate<BytesRef> taken) throws IOException {
    List<Guess> known = nearly.get(typed);
    if (known == null) {
      known = lookUp(typed, errors);
      nearly.put(typed, known);
    }
    return known.stream().filter(guess -> taken.test(guess.word())).limit(MOST).toList();
  }

  private List<Guess> lookUp(String typed, int errors) throws IOException {
    TermsEnum words =
        new FuzzyTermsEnum(
            Terms.getTerms(segment, TextFields.WORD),
            new Term(TextFields.WORD, typed),
            errors,
            RIGHT_LETTERS,
            /* transpositions= */ true);
    BoostAttribute likeness = words.attributes().addAttribute(BoostAttribute.class);
    List<Guess> found = new ArrayList<>();
    for (BytesRef word = words.next(); word != null; word = words.next()) {
      found.add(new Guess(BytesRef.deepCopyOf(word), likeness.getBoost()));
    }
    found.sort(LIKEST);
    return found;
  }
}
