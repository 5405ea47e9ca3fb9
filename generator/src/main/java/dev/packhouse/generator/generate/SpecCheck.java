package dev.packhouse.generator.generate;

import dev.packhouse.generator.excuse.Judged;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.SpecValidator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the packages of a registry against the package spec as well. */
record SpecCheck(ExcuseSources.Opened sources, SpecValidator validator) {
  /** Where two profiles say the same: in words of their own, and of a key or of its value. */
  private record Point(String code, String file, Optional<Integer> line) {
    static Point of(Finding finding) {
      return new Point(finding.code(), finding.file(), finding.place().map(Place::line));
    }
  }

  /**
   * @param said findings of the registry's profile, which are not said again
   */
  Judged judge(RawPackage raw, List<Finding> said) throws IOException {
    Set<Point> known = said.stream().map(Point::of).collect(Collectors.toSet());
    List<Finding> more =
        validator.validate(raw).stream()
            .filter(finding -> !known.contains(Point.of(finding)))
            .toList();
    return sources.excuses().judge(raw, more);
  }
}
