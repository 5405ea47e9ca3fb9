package dev.packhouse.server.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed, apart from what it may mean.
 *
 * @param stems of its words, in order
 * @param unfinished its last word as it is, where it may be typed on; else empty
 */
record Typed(List<String> stems, String unfinished) {
  static final Typed NOTHING = new Typed(List.of(), "");

  Typed {
    stems = List.copyOf(stems);
  }

  static Typed of(String text) {
    List<String> stems = new ArrayList<>();
    TextAnalysis.forEach(TextAnalysis.STEMS, text, stems::add);
    List<String> words = new ArrayList<>();
    if (endsInWord(text)) {
      TextAnalysis.forEach(TextAnalysis.WORDS, text, words::add);
    }
    return new Typed(stems, words.isEmpty() ? "" : words.getLast());
  }

  boolean contains(String stem) {
    return stems.contains(stem);
  }

  /** Whether one of these is the word that may be typed on. */
  boolean endsWithOneOf(List<String> terms) {
    return !unfinished.isEmpty() && terms.contains(stems.getLast());
  }

  private static boolean endsInWord(String text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
  }
}
