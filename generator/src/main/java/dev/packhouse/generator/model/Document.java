package dev.packhouse.generator.model;

import java.util.List;

/** A YAML or JSON file after reading. */
public sealed interface Document {
  /**
   * A file that could be read.
   *
   * @param warnings what its author should know all the same
   */
  record Parsed(Value value, List<Finding> warnings) implements Document {
    public Parsed {
      warnings = List.copyOf(warnings);
    }
  }

  /** A file that could not be read, and why. */
  record Broken(Finding finding) implements Document {}
}
