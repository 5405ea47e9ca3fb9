package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges findings by all grounds that there are. Safe for any number of threads. */
public final class Excuses {
  private final List<Ground> grounds;
  private final Function<String, Set<String>> codes;

  /**
   * @param grounds those of the run; the first one that excuses a finding counts
   * @param codes gives all codes that a name means: a code means itself, the reference validator's
   *     means ours
   */
  public Excuses(List<Ground> grounds, Function<String, Set<String>> codes) {
    this.grounds = List.copyOf(grounds);
    this.codes = codes;
  }

  /** Judges what was found in a package, by the grounds that it brings itself too. */
  public Judged judge(RawPackage raw, List<Finding> findings) throws IOException {
    Ground own = PackageExclusions.read(raw, codes);
    Judged judged = judge(Stream.concat(Stream.of(own), grounds.stream()).toList(), findings);
    List<Finding> open = new ArrayList<>(judged.open());
    open.addAll(own.leftovers());
    return new Judged(open, judged.excused());
  }

  /** Judges what was found outside of packages. */
  public Judged judge(List<Finding> findings) {
    return judge(grounds, findings);
  }

  /** What is to be said of the grounds themselves, after all findings were judged. */
  public List<Finding> leftovers() {
    return grounds.stream().flatMap(ground -> ground.leftovers().stream()).toList();
  }

  private static Judged judge(List<Ground> grounds, List<Finding> findings) {
    List<Finding> open = new ArrayList<>();
    List<Excused> excused = new ArrayList<>();
    for (Finding finding : findings) {
      grounds.stream()
          .filter(_ -> !OfTheRun.is(finding))
          .map(ground -> ground.excuse(finding))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresentOrElse(excused::add, () -> open.add(finding));
    }
    return new Judged(open, excused);
  }
}
