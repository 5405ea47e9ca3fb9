package dev.packhouse.generator.model;

/** How much a finding weighs. */
public enum Severity {
  /** The package is not published. */
  ERROR,
  /** The package is published, but its author should know. */
  WARNING,
  /** Nothing is wrong; something happened that may not be expected. */
  NOTE
}
