package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;

/** One clause. It looks at the package and says what it finds; it changes nothing. */
@FunctionalInterface
public interface Rule {
  /**
   * Adds what it finds.
   *
   * @throws IOException if a file of the package cannot be read
   */
  void check(Subject subject, Findings findings) throws IOException;
}
