package dev.packhouse.generator.ui;

import java.util.Optional;

/** What a page shows of a README. */
sealed interface Readme {
  /**
   * Its text.
   *
   * @param html that may stand in a page as it is
   */
  record Rendered(String html) implements Readme {}

  /** It is too long for a page. */
  record TooLong(String link, String size) implements Readme {}

  /** There is none. */
  record Missing() implements Readme {}

  /** For templates, which know no patterns. */
  default Optional<String> shown() {
    return this instanceof Rendered(String html) ? Optional.of(html) : Optional.empty();
  }

  /** For templates, too. */
  default Optional<TooLong> linked() {
    return this instanceof TooLong file ? Optional.of(file) : Optional.empty();
  }
}
