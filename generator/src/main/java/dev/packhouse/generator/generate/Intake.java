package dev.packhouse.generator.generate;

import dev.packhouse.generator.read.DocumentCache;
import dev.packhouse.generator.validate.Strictness;

/**
 * What is asked of packages before they take part.
 *
 * @param validated every rule holds; otherwise only those without which there is no record
 * @param signed only zips with a signature do
 * @param workers how many packages are read at once; at least one
 * @param caching of files with the same content one is parsed, which takes memory
 */
public record Intake(boolean validated, boolean signed, int workers, boolean caching) {
  public Intake {
    if (workers < 1) {
      throw new IllegalArgumentException("nobody reads the packages");
    }
  }

  /**
   * Every rule holds, signatures may be missing, each core reads a package, and none parses what
   * another has.
   */
  public static Intake usual() {
    return new Intake(
        /* validated= */ true,
        /* signed= */ false,
        Runtime.getRuntime().availableProcessors(),
        /* caching= */ true);
  }

  /** For the packages of one run. */
  DocumentCache cache() {
    return caching ? DocumentCache.ofUsualSize() : DocumentCache.none();
  }

  Strictness strictness() {
    return validated ? Strictness.EVERY_RULE : Strictness.NEEDED_RULES;
  }
}
