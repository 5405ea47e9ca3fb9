package dev.packhouse.generator.generate;

import dev.packhouse.generator.validate.Strictness;

/**
 * What is asked of packages before they take part.
 *
 * @param validated every rule holds; otherwise only those without which there is no record
 * @param signed only zips with a signature do
 * @param workers how many packages are read at once; at least one
 */
public record Intake(boolean validated, boolean signed, int workers) {
  public Intake {
    if (workers < 1) {
      throw new IllegalArgumentException("nobody reads the packages");
    }
  }

  /** Every rule holds, signatures may be missing, and each core reads a package. */
  public static Intake usual() {
    return new Intake(
        /* validated= */ true, /* signed= */ false, Runtime.getRuntime().availableProcessors());
  }

  Strictness strictness() {
    return validated ? Strictness.EVERY_RULE : Strictness.NEEDED_RULES;
  }
}
