package dev.packhouse.generator.validate;

import java.util.Locale;

/** Sentences of the spec as they stand in those of findings. */
final class Sentence {
  private Sentence() {}

  /** As it goes on behind a colon: {@code "The main page."} gives {@code "the main page."}. */
  static String continued(String sentence) {
    return isName(sentence)
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The same without its stop, so that more may follow. */
  static String part(String sentence) {
    String text = continued(sentence);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** A first word with more capitals, such as YAML, keeps them. */
  private static boolean isName(String sentence) {
    return sentence.length() < 2 || Character.isUpperCase(sentence.charAt(1));
  }
}
