package dev.packhouse.generator.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestName {
  /** Longer texts are no names, and costly to compare. */
  private static final int LONGEST = 200;

  /** A longer list is none that somebody wrote, and a guess is not worth the time. */
  private static final int MOST_NAMES = 300;

  /** Guesses for many names, as many as take little time all together. Not for several threads. */
  public static final class Guesses {
    /** Pairs of letters: some hundred guesses of usual names. */
    private long left = 5_000_000;

    /** The nearest name, if one is near. */
    public Optional<String> of(String written, Collection<String> names) {
      if (left <= 0) {
        return Optional.empty();
      }
      long letters = names.stream().limit(MOST_NAMES).mapToLong(Guesses::letters).sum();
      left -= letters * letters(written);
      return NearestName.of(written, names);
    }

    /** What to do about a name that is none: write the nearest one, or else what is said. */
    public String fix(String written, Collection<String> names, String otherwise) {
      return NearestName.fix(of(written, names), otherwise);
    }

    private static long letters(String name) {
      return Math.min(name.length(), LONGEST);
    }
  }

  private NearestName() {}

  /**
   * Says which of the known names is meant, or names them all where none comes near.
   *
   * @param prefix what all known names begin with, so that it makes no two of them alike
   */
  public static String hint(String name, String prefix, Collection<String> known) {
    return guess(name, prefix, known)
        .orElseGet(() -> "known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** Asks whether one of the known names is meant, where one comes near. */
  public static Optional<String> guess(String name, String prefix, Collection<String> known) {
    String bare = without(prefix, name);
    return of(bare, known.stream().map(other -> without(prefix, other)).toList())
        .map(near -> "did you mean " + prefix + near + "?");
  }

  /** What to do about a name that is none: write the nearest one, or else what is said. */
  public static String fix(String written, Collection<String> names, String otherwise) {
    return fix(of(written, names), otherwise);
  }

  private static String fix(Optional<String> near, String otherwise) {
    return near.map(name -> "Did you mean " + name + "?").orElse(otherwise);
  }

  /** The known name with the fewest edits, if that is less than half of the letters. */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String small = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .limit(MOST_NAMES)
        .filter(other -> isNear(small, other.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.<String>comparingInt(
                    other -> distance(small, other.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return longer <= LONGEST
        && 2 * Math.abs(one.length() - other.length()) < longer
        && 2 * distance(one, other) < longer;
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** How many letters must be put in, taken out, replaced, or swapped with the next one. */
  static int distance(String from, String to) {
    int[][] rows = new int[from.length() + 1][to.length() + 1];
    for (int row = 0; row <= from.length(); row++) {
      rows[row][0] = row;
    }
    for (int column = 0; column <= to.length(); column++) {
      rows[0][column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int least =
            Math.min(
                rows[row - 1][column - 1] + replaced,
                Math.min(rows[row - 1][column], rows[row][column - 1]) + 1);
        boolean isSwapped =
            row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        rows[row][column] = isSwapped ? Math.min(least, rows[row - 2][column - 2] + 1) : least;
      }
    }
    return rows[from.length()][to.length()];
  }
}
