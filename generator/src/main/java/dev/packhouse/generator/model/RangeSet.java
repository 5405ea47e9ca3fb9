package dev.packhouse.generator.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set of packed versions as ranges in ascending order with a gap between each and the next. */
record RangeSet(List<VersionRange> ranges) {

  static final RangeSet NONE = new RangeSet(List.of());
  static final RangeSet ALL = of(0, Long.MAX_VALUE);

  RangeSet {
    ranges = List.copyOf(ranges);
  }

  static RangeSet of(long min, long max) {
    return new RangeSet(List.of(new VersionRange(min, max)));
  }

  static RangeSet below(long packed) {
    return packed == 0 ? NONE : of(0, packed - 1);
  }

  static RangeSet above(long packed) {
    return packed == Long.MAX_VALUE ? NONE : of(packed + 1, Long.MAX_VALUE);
  }

  RangeSet union(RangeSet other) {
    List<VersionRange> sorted =
        Stream.concat(ranges.stream(), other.ranges.stream())
            .sorted(Comparator.comparingLong(VersionRange::min))
            .toList();
    List<VersionRange> merged = new ArrayList<>();
    for (VersionRange next : sorted) {
      if (!merged.isEmpty() && touches(merged.getLast(), next)) {
        VersionRange last = merged.removeLast();
        merged.add(new VersionRange(last.min(), Math.max(last.max(), next.max())));
      } else {
        merged.add(next);
      }
    }
    return new RangeSet(merged);
  }

  RangeSet intersect(RangeSet other) {
    List<VersionRange> common = new ArrayList<>();
    int mine = 0;
    int others = 0;
    while (mine < ranges.size() && others < other.ranges.size()) {
      VersionRange left = ranges.get(mine);
      VersionRange right = other.ranges.get(others);
      long min = Math.max(left.min(), right.min());
      long max = Math.min(left.max(), right.max());
      if (min <= max) {
        common.add(new VersionRange(min, max));
      }
      if (left.max() < right.max()) {
        mine++;
      } else {
        others++;
      }
    }
    return new RangeSet(common);
  }

  /** Whether nothing lies between the two, of which the second does not begin before the first. */
  private static boolean touches(VersionRange first, VersionRange second) {
    return second.min() == 0 || first.max() >= second.min() - 1;
  }
}
