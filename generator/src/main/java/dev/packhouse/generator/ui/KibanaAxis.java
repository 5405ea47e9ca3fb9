package dev.packhouse.generator.ui;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.generator.model.VersionRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The axis of a chart that shows which versions of Kibana each version of a package admits: a
 * column for each minor version from the lowest that any of them names to the highest, and one at
 * the end of each major version for all that come later.
 *
 * @param majors from the lowest to the highest; none where no version names one
 */
record KibanaAxis(List<Major> majors) {
  /** Of the smallest chart: a column is so many units wide and high. */
  static final int COLUMN = 10;

  /** A package that names more is not drawn to the end. */
  private static final int MOST_MINORS = 40;

  private static final int MOST_MAJORS = 12;

  /** Nothing is above: a constraint without an upper end. */
  private static final long HIGHEST = Long.MAX_VALUE;

  private static final int FEWEST_COLUMNS = 4;

  KibanaAxis {
    majors = List.copyOf(majors);
  }

  /**
   * A major version.
   *
   * @param number such as 8
   * @param first the lowest minor version with a column
   * @param last the highest
   * @param start number of its first column
   */
  record Major(long number, long first, long last, int start) {
    /** The lowest version of it on the axis. */
    String label() {
      return number + "." + first;
    }

    /** With those for all that come later: a label needs some room. */
    int columns() {
      return Math.max(FEWEST_COLUMNS, Math.toIntExact(last - first + 2));
    }

    int x() {
      return start * COLUMN;
    }

    int width() {
      return columns() * COLUMN;
    }

    /** The column of a version, cut to what there is. */
    int column(long minor) {
      return start + Math.toIntExact(Math.clamp(minor, first, last + 1) - first);
    }
  }

  /** Admitted versions, in units of the chart. */
  record Bar(int x, int width) {}

  /** The axis for some constraints, as they were written. */
  static KibanaAxis of(Collection<String> constraints) {
    SortedMap<Long, SortedSet<Long>> named = new TreeMap<>();
    for (String constraint : constraints) {
      for (Stretch stretch : stretches(constraint)) {
        stretch.from().ifPresent(from -> minors(named, from.major()).add(from.minor()));
        stretch.to().ifPresent(to -> noteEnd(named, to));
      }
    }
    return named.isEmpty() ? new KibanaAxis(List.of()) : new KibanaAxis(majors(named));
  }

  int width() {
    return majors.isEmpty() ? 0 : majors.getLast().x() + majors.getLast().width();
  }

  boolean isEmpty() {
    return majors.isEmpty();
  }

  /** A length as a share of the whole chart, for an attribute. */
  String percent(int length) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * length / width());
  }

  /** What a constraint admits; nothing where it cannot be drawn. */
  List<Bar> bars(String constraint) {
    List<Bar> bars = new ArrayList<>();
    if (!isEmpty()) {
      for (Stretch stretch : stretches(constraint)) {
        int from = stretch.from().map(this::column).orElse(0);
        int to = stretch.to().map(this::column).orElse(width() / COLUMN);
        if (to > from) {
          bars.add(new Bar(from * COLUMN, (to - from) * COLUMN));
        }
      }
    }
    return bars;
  }

  /** The column that begins with a minor version. */
  private int column(Minor version) {
    for (Major major : majors) {
      if (major.number() == version.major()) {
        return major.column(version.minor());
      }
      if (major.number() > version.major()) {
        return major.start();
      }
    }
    return width() / COLUMN;
  }

  /** What ends with a major version says nothing of the one behind it. */
  private static void noteEnd(SortedMap<Long, SortedSet<Long>> named, Minor to) {
    if (to.minor() > 0) {
      minors(named, to.major()).add(to.minor() - 1);
    } else if (to.major() > 0) {
      minors(named, to.major() - 1);
    }
  }

  private static SortedSet<Long> minors(SortedMap<Long, SortedSet<Long>> named, long major) {
    return named.computeIfAbsent(major, _ -> new TreeSet<>());
  }

  private static List<Major> majors(SortedMap<Long, SortedSet<Long>> named) {
    List<Major> majors = new ArrayList<>();
    int start = 0;
    long lowest = Math.max(named.firstKey(), named.lastKey() - MOST_MAJORS + 1);
    for (long number = lowest; number <= named.lastKey(); number++) {
      SortedSet<Long> minors = named.getOrDefault(number, Collections.emptySortedSet());
      long first = majors.isEmpty() && !minors.isEmpty() ? minors.first() : 0;
      long last = minors.isEmpty() ? first : Math.min(minors.last(), first + MOST_MINORS);
      Major major = new Major(number, first, last, start);
      majors.add(major);
      start += major.columns();
    }
    return majors;
  }

  /** From the first minor version to the one behind the last; empty where there is no such end. */
  private record Stretch(Optional<Minor> from, Optional<Minor> to) {}

  private record Minor(long major, long minor) {
    private static final int BITS = 21;

    /** The minor version of a packed version, or the one behind it for the end of a stretch. */
    static Minor of(long packed, boolean up) {
      long minor = packed >>> BITS;
      boolean isWhole = (packed & ((1L << BITS) - 1)) == 0;
      long rounded = up && !isWhole ? minor + 1 : minor;
      return new Minor(rounded >>> BITS, rounded & ((1L << BITS) - 1));
    }
  }

  private static List<Stretch> stretches(String constraint) {
    return switch (VersionConstraint.parse(constraint)) {
      case ParseResult.Parsed<VersionConstraint>(VersionConstraint parsed) ->
          parsed.ranges().orElse(List.of()).stream().map(KibanaAxis::stretch).toList();
      case ParseResult.Rejected<VersionConstraint>(String _) -> List.of();
    };
  }

  private static Stretch stretch(VersionRange range) {
    return new Stretch(
        range.min() == 0 ? Optional.empty() : Optional.of(Minor.of(range.min(), false)),
        range.max() >= HIGHEST
            ? Optional.empty()
            : Optional.of(Minor.of(range.max() + 1, /* up= */ true)));
  }
}
