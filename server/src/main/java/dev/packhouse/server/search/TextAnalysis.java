package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.index.TextAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How texts that are asked for become terms. Nothing of it is made before the first of them. */
final class TextAnalysis {
  static final Analyzer SYNONYMS = withSynonyms();
  static final Analyzer WORDS = TextAnalyzer.ofWords();
  static final Analyzer STEMS = TextAnalyzer.ofStems();
  static final Analyzer COMPOUNDS = TextAnalyzer.ofCompounds();
  static final Analyzer INDEX = TextAnalyzer.ofIndex();

  private static final Set<String> STOP_WORDS = words("stopwords.txt");
  private static final Set<String> FILLERS = words("fillers.txt");

  private TextAnalysis() {}

  /** Whether people ask with this word, and not for it. */
  static boolean isStopWord(String word) {
    return STOP_WORDS.contains(word);
  }

  /** Whether this word says more of how people ask than of what they look for. */
  static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  /** Gives the terms of a text, in order. */
  static void forEach(Analyzer analyzer, String text, Consumer<String> term) {
    try (TokenStream terms = analyzer.tokenStream("", text)) {
      CharTermAttribute current = terms.addAttribute(CharTermAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        term.accept(current.toString());
      }
      terms.end();
    } catch (IOException e) { // it reads from memory
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer withSynonyms() {
    try {
      return TextAnalyzer.ofQueries(new StringReader(resource("synonyms.txt")));
    } catch (ParseException e) {
      throw new IllegalStateException("the synonyms in the jar are wrong", e);
    }
  }

  private static Set<String> words(String list) {
    return resource(list)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String resource(String name) {
    try (InputStream in = TextAnalysis.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
