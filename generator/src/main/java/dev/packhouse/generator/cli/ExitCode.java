package dev.packhouse.generator.cli;

/** What every command tells the shell when it ends: the only place where these numbers stand. */
public enum ExitCode {
  FINE(0, "All is well."),

  /** The packages have mistakes, which were reported, or what was asked for is not there. */
  FINDINGS(1, "Packages have mistakes, or what was asked for is not there."),

  /** The command line or the configuration is wrong. */
  USAGE(2, "The command line or the configuration is wrong."),

  /** Something outside of Packhouse failed: a folder, a disk, a port, a missing Java. */
  ENVIRONMENT(3, "Something outside of Packhouse failed: a disk, a port, a network."),

  /** Packhouse itself is wrong. */
  BUG(4, "Packhouse itself is wrong.");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /** For people: one sentence. */
  public String meaning() {
    return meaning;
  }
}
