package dev.packhouse.server.query;

import java.util.Optional;
import java.util.Set;

/**
 * How the versions that were found are given.
 *
 * @param byName whatever they say, by name; otherwise those first that say most, where a text is
 *     asked for
 * @param limit how many, at most
 * @param from behind which one the answer begins
 * @param fields keys of the records that are given; absent for all
 * @param highlight where the text was found stands in each record
 */
public record Presentation(
    boolean byName,
    Optional<Integer> limit,
    Optional<Cursor> from,
    Optional<Set<String>> fields,
    boolean highlight) {
  /** All of them, as they are. */
  public static final Presentation PLAIN =
      new Presentation(false, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Passages are looked for anew in each record, so no answer has them for more. */
  public static final int MOST_HIGHLIGHTED = 100;

  public Presentation {
    fields = fields.map(Set::copyOf);
  }

  /** How many are given, at most; nothing where all are. */
  public Optional<Integer> most() {
    return highlight
        ? Optional.of(Math.min(limit.orElse(MOST_HIGHLIGHTED), MOST_HIGHLIGHTED))
        : limit;
  }

  /** Whether all that was found is given, however much of each record. */
  public boolean isEverything() {
    return most().isEmpty() && from.isEmpty();
  }

  /** Whether records are given as they were published. */
  public boolean isWhole() {
    return fields.isEmpty() && !highlight;
  }
}
