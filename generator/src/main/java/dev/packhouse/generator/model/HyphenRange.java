package dev.packhouse.generator.model;

import java.util.Optional;

/**
 * {@code a - b} with blanks on both sides of the hyphen. The reference replaces it in the text
 * before anything else is read, with the blanks around it, which shows: {@code 7.1 8.0 - 9.0} is no
 * constraint, and in {@code 7.1||8.0 - 9.0} the lower end goes to {@code 7.1}.
 *
 * @param end the index behind the range and the blanks that follow it
 */
record HyphenRange(String lower, String upper, int end) {

  /** The text with each range from left to right said in comparisons. */
  static String replaceAll(String text) {
    StringBuilder replaced = new StringBuilder();
    int position = 0;
    while (position < text.length()) {
      Optional<HyphenRange> range = at(text, position);
      if (range.isPresent()) {
        replaced.append(range.get().comparisons());
        position = range.get().end;
      } else {
        replaced.append(text.charAt(position++));
      }
    }
    return replaced.toString();
  }

  private String comparisons() {
    return ">= " + lower + ", <= " + upper + " ";
  }

  private static Optional<HyphenRange> at(String text, int from) {
    int start = ConstraintParser.skipBlanks(text, from);
    Optional<VersionShape> lower = version(text, start);
    if (lower.isEmpty()) {
      return Optional.empty();
    }
    int lowerEnd = lower.get().end();
    int hyphen = ConstraintParser.skipBlanks(text, lowerEnd);
    int next = ConstraintParser.skipBlanks(text, hyphen + 1);
    if (hyphen == lowerEnd || !text.startsWith("-", hyphen) || next == hyphen + 1) {
      return Optional.empty();
    }
    String written = text.substring(start, lowerEnd);
    return version(text, next)
        .map(
            upper ->
                new HyphenRange(
                    written,
                    text.substring(next, upper.end()),
                    ConstraintParser.skipBlanks(text, upper.end())));
  }

  private static Optional<VersionShape> version(String text, int from) {
    return VersionShape.at(text, from, ConstraintParser::isPartCharacter);
  }
}
