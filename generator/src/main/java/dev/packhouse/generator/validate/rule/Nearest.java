package dev.packhouse.generator.validate.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that an author may have meant. */
final class Nearest {
  /** Longer ones are no names, and costly to compare. */
  private static final int LONGEST = 200;

  /** More is no list that anybody wrote, and a guess is not worth the time. */
  private static final int MOST_KNOWN = 2_000;

  private static final int MOST_CHANGES = 2;

  private Nearest() {}

  /**
   * The known name that differs the least: in two letters at most, in fewer where it is short. Of
   * several that differ alike, the first one.
   */
  static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .limit(MOST_KNOWN)
        .filter(name -> isNear(written, name))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** What to do about a name that is not known: write the one that was meant, if any is near. */
  static String fix(String written, Collection<String> known, String otherwise) {
    return to(written, known).map(name -> "Write " + name + ".").orElse(otherwise);
  }

  private static boolean isNear(String written, String name) {
    int most = Math.min(MOST_CHANGES, Math.min(written.length(), name.length()) / 3);
    return Math.abs(written.length() - name.length()) <= most
        && Math.max(written.length(), name.length()) <= LONGEST
        && distance(written, name) <= most;
  }

  /** How many letters must be put in, taken out or changed to make one text the other. */
  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int diagonal = above[0];
      above[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int changed = diagonal + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = above[column];
        above[column] = Math.min(changed, Math.min(above[column], above[column - 1]) + 1);
      }
    }
    return above[right.length()];
  }
}
