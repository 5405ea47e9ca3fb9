package dev.packhouse.generator.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestName {
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
    return nearest(name, prefix, known).map(near -> "did you mean " + near + "?");
  }

  /** The known name with the fewest edits, if that is less than half of the letters. */
  private static Optional<String> nearest(String name, String prefix, Collection<String> known) {
    String bare = without(prefix, name);
    return known.stream()
        .map(other -> without(prefix, other))
        .min(Comparator.<String>comparingInt(other -> distance(bare, other)).thenComparing(x -> x))
        .filter(other -> 2 * distance(bare, other) < Math.max(bare.length(), other.length()))
        .map(prefix::concat);
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
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
