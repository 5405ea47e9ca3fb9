package dev.packhouse.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestName {
  private NearestName() {}

  /** Says which of the known names is meant, or names them all where none comes near. */
  public static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> "known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** The known name with the fewest edits, if that is less than half of the letters. */
  private static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.<String>comparingInt(other -> distance(name, other)).thenComparing(x -> x))
        .filter(other -> 2 * distance(name, other) < Math.max(name.length(), other.length()));
  }

  /** Levenshtein: how many letters must be put in, taken out or replaced. */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
