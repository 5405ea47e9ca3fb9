package dev.packhouse.server.log;

/** Names of our own loggers. */
final class Loggers {
  /** What the server says of itself. */
  static final String SERVER = "packhouse";

  /** What it says of packages. */
  static final String PACKAGES = "packhouse.packages";

  /** A line for each request, see {@code observe.AccessLog}. */
  static final String ACCESS = "packhouse.access";

  private Loggers() {}
}
