package dev.packhouse.generator.model;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The pieces of a text of the shape {@code [v]part[.part[.part]][-tag][+tag]}, as written and not
 * yet judged; a piece that is absent is empty. Versions and constraints have this shape in common
 * and differ in the characters that a part may hold.
 *
 * @param prefixed whether it begins with {@code v}
 * @param end the index in the text behind the last piece
 */
record VersionShape(
    boolean prefixed,
    String major,
    String minor,
    String patch,
    String prerelease,
    String build,
    int end) {

  /**
   * Takes as much as has the shape, from the given index on. One pass: no piece can be cut in two
   * ways, so nothing is ever tried twice.
   */
  static Optional<VersionShape> at(String text, int from, IntPredicate partCharacter) {
    boolean prefixed = text.startsWith("v", from);
    int start = prefixed ? from + 1 : from;
    int major = skip(text, start, partCharacter);
    if (major == start) {
      return Optional.empty();
    }
    int minor = skipMarked(text, major, '.', partCharacter);
    int patch = skipMarked(text, minor, '.', partCharacter);
    int prerelease = skipTag(text, patch, '-');
    int build = skipTag(text, prerelease, '+');
    return Optional.of(
        new VersionShape(
            prefixed,
            text.substring(start, major),
            withoutMark(text, major, minor),
            withoutMark(text, minor, patch),
            withoutMark(text, patch, prerelease),
            withoutMark(text, prerelease, build),
            build));
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Whether the text is one or more ASCII digits. */
  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(VersionShape::isDigit);
  }

  private static int skipTag(String text, int from, char mark) {
    int end = skipMarked(text, from, mark, VersionShape::isIdentifierCharacter);
    if (end == from) {
      return from;
    }
    int next = skipMarked(text, end, '.', VersionShape::isIdentifierCharacter);
    while (next > end) {
      end = next;
      next = skipMarked(text, end, '.', VersionShape::isIdentifierCharacter);
    }
    return end;
  }

  /** Skips the mark and what follows it, or nothing where the mark or what follows is missing. */
  private static int skipMarked(String text, int from, char mark, IntPredicate character) {
    if (from == text.length() || text.charAt(from) != mark) {
      return from;
    }
    int end = skip(text, from + 1, character);
    return end == from + 1 ? from : end;
  }

  private static int skip(String text, int from, IntPredicate character) {
    int end = from;
    while (end < text.length() && character.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String withoutMark(String text, int from, int to) {
    return from == to ? "" : text.substring(from + 1, to);
  }

  private static boolean isIdentifierCharacter(int character) {
    return isDigit(character)
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '-';
  }
}
