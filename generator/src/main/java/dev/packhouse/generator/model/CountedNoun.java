package dev.packhouse.generator.model;

/** So many of something, for people. */
public final class CountedNoun {
  private CountedNoun() {}

  /** {@code 1 package version}, {@code 2 package versions}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
