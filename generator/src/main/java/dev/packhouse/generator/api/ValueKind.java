package dev.packhouse.generator.api;

/** What the value of a query parameter is. */
public enum ValueKind {
  TEXT("text"),

  /** Also {@code 1}, {@code t}, {@code 0}, {@code f} and their capitals. */
  FLAG("true or false"),

  /** From 1 to 10,000. */
  COUNT("number"),

  /** Semantic, where parts behind the first may be missing. */
  VERSION("version"),

  /** Not negative. */
  NUMBER("whole number"),

  /** {@code major.minor}. */
  SPEC_VERSION("major.minor"),

  /** Texts with commas between them. */
  TEXTS("comma list"),

  /** A filter of discovery; all that are given count. */
  DISCOVERY("filter, repeatable");

  private final String label;

  ValueKind(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** All values of a parameter count, empty ones too; of others only the first. */
  public boolean isRepeatable() {
    return this == DISCOVERY;
  }
}
