package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import java.util.List;
import java.util.Optional;

/** Something on account of which findings are excused. Safe for any number of threads. */
public sealed interface Ground permits Excuse, PackageExclusions, Baseline {
  /** Empty where it has nothing to say about the finding. */
  Optional<Excused> excuse(Finding finding);

  /** What its author should know about it, when all findings were shown to it. */
  List<Finding> leftovers();
}
