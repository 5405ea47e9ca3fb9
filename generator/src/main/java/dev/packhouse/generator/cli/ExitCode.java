package dev.packhouse.generator.cli;

/** What every command tells the shell when it ends: the only place where these numbers stand. */
public enum ExitCode {
  FINE(0),

  /** The packages have mistakes, which were reported, or what was asked for is not there. */
  FINDINGS(1),

  /** The command line or the configuration is wrong. */
  USAGE(2),

  /** Something outside of Packhouse failed: a folder, a disk, a port, a missing Java. */
  ENVIRONMENT(3),

  /** Packhouse itself is wrong. */
  BUG(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
