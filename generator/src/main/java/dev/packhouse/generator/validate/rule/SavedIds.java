package dev.packhouse.generator.validate.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The types and ids of the saved objects of a package. Not for several threads. */
final class SavedIds {
  /** In characters. */
  private static final int LONGEST_SLIP = 3;

  private final Map<String, NavigableSet<String>> typesById = new HashMap<>();
  private final Map<String, NavigableSet<String>> idsByType = new HashMap<>();

  /** Pairs of characters that guesses may still compare: some hundred guesses among thousands. */
  private long left = 50_000_000;

  void add(String type, String id) {
    typesById.computeIfAbsent(id, _ -> new TreeSet<>()).add(type);
    idsByType.computeIfAbsent(type, _ -> new TreeSet<>()).add(id);
  }

  boolean has(String type, String id) {
    return idsByType.containsKey(type) && idsByType.get(type).contains(id);
  }

  /** The first type of which there is an object with an id. */
  Optional<String> typeOf(String id) {
    return Optional.ofNullable(typesById.get(id)).map(NavigableSet::first);
  }

  /**
   * The first id of a type that is another one but for a slip. Ids that Kibana made are alike in
   * much: only what differs in one place is a slip. A package with very many of them gets no more
   * guesses at some point.
   */
  Optional<String> near(String type, String id) {
    for (String other : idsByType.getOrDefault(type, new TreeSet<>())) {
      left -= Math.min(id.length(), other.length());
      if (left <= 0) {
        return Optional.empty();
      }
      if (isSlip(id, other)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static boolean isSlip(String written, String id) {
    int shorter = Math.min(written.length(), id.length());
    int start = 0;
    while (start < shorter && written.charAt(start) == id.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && written.charAt(written.length() - 1 - end) == id.charAt(id.length() - 1 - end)) {
      end++;
    }
    return Math.max(written.length(), id.length()) - start - end <= LONGEST_SLIP
        && start + end > LONGEST_SLIP;
  }
}
