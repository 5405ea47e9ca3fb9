package dev.packhouse.generator.validate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The files that a record lists: all of a level before those of the next. */
final class Assets {
  private static final Comparator<String[]> BY_LEVEL_THEN_NAMES =
      Comparator.<String[]>comparingInt(names -> names.length).thenComparing(Arrays::compare);

  private Assets() {}

  static List<String> of(Collection<String> paths) {
    return paths.stream()
        .filter(path -> !path.contains(".DS_Store"))
        .map(path -> path.split("/", -1))
        .sorted(BY_LEVEL_THEN_NAMES)
        .map(names -> String.join("/", names))
        .toList();
  }
}
