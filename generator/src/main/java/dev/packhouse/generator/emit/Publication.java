package dev.packhouse.generator.emit;

/** What came of a run that did not fail. */
public sealed interface Publication {
  /** The generation that counts from now on, such as {@code 000007}. */
  String generation();

  /** A new generation was made. */
  record Switched(String generation) implements Publication {}

  /** The current generation says the same already; copies were repaired and leftovers removed. */
  record AlreadyCurrent(String generation) implements Publication {}
}
