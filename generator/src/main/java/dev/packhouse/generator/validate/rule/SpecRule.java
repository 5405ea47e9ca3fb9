package dev.packhouse.generator.validate.rule;

import java.io.IOException;

/**
 * One clause of the spec that a schema cannot say. It looks at the package and says what it finds;
 * it changes nothing.
 */
public interface SpecRule {
  /** For which types and format versions it holds. */
  Scope scope();

  /**
   * Adds what it finds.
   *
   * @throws IOException if a file of the package cannot be read
   */
  void check(SpecSubject subject, Findings findings) throws IOException;
}
