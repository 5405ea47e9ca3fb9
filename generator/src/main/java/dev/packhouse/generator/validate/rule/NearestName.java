package dev.packhouse.generator.validate.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the names that there are an author meant. */
public final class NearestName {
  /** Longer texts are no names, and costly to compare. */
  private static final int LONGEST = 200;

  /** A longer list is none that somebody wrote, and a guess is not worth the time. */
  private static final int MOST_NAMES = 300;

  private NearestName() {}

  /** What to do about a name that is none: write the nearest one, or else what is said. */
  public static String fix(String written, Collection<String> names, String otherwise) {
    return of(written, names).map(name -> "Did you mean " + name + "?").orElse(otherwise);
  }

  /** The nearest name; empty where none is near. */
  public static Optional<String> of(String written, Collection<String> names) {
    String small = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .limit(MOST_NAMES)
        .filter(name -> Math.max(small.length(), name.length()) <= LONGEST)
        .filter(name -> Math.abs(small.length() - name.length()) <= allowed(small, name))
        .filter(name -> sharesAnEnd(small, name.toLowerCase(Locale.ROOT)))
        .filter(name -> distance(small, name.toLowerCase(Locale.ROOT)) <= allowed(small, name))
        .min(
            Comparator.comparingInt((String name) -> distance(small, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Who misspells a name gets its first or its last letter right; the rest is quickly left out. */
  private static boolean sharesAnEnd(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && (one.charAt(0) == other.charAt(0)
            || one.charAt(one.length() - 1) == other.charAt(other.length() - 1));
  }

  /** A third of the letters may be wrong. */
  private static int allowed(String written, String name) {
    return Math.max(1, Math.min(written.length(), name.length()) / 3);
  }

  /** How many letters have to be put in, left out, changed or swapped with the next. */
  private static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      rows[i][0] = i;
    }
    for (int j = 0; j <= other.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        least = Math.min(least, rows[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least = Math.min(least, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = least;
      }
    }
    return rows[one.length()][other.length()];
  }
}
