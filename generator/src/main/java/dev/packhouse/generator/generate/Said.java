package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one profile says of a package, so that the other does not say it again. The two say some
 * things in words and codes of their own: what stands in a line that one has found fault with, or
 * is missing where it misses something, has been said. An error is said by another error only, or
 * the package would pass for a good one.
 */
final class Said {
  private static final String MISSING = ".missing";

  /** What findings that say the same have in common. */
  private sealed interface Point {
    record Line(String file, Optional<Integer> number) implements Point {}

    record Kind(String file, String code) implements Point {}

    static Stream<Point> of(Finding finding) {
      String code = finding.code().endsWith(MISSING) ? MISSING : finding.code();
      return Stream.of(
          new Line(finding.file(), finding.place().map(Place::line)),
          new Kind(finding.file(), code));
    }
  }

  private final Set<Point> all;
  private final Set<Point> errors;

  private Said(Set<Point> all, Set<Point> errors) {
    this.all = all;
    this.errors = errors;
  }

  static Said of(List<Finding> findings) {
    return new Said(points(findings.stream()), points(findings.stream().filter(Finding::isError)));
  }

  private static Set<Point> points(Stream<Finding> findings) {
    return findings.flatMap(Point::of).collect(Collectors.toSet());
  }

  /** Whether a finding of the other profile says nothing new. */
  boolean covers(Finding finding) {
    return Point.of(finding).anyMatch((finding.isError() ? errors : all)::contains);
  }
}
