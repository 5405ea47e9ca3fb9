package dev.packhouse.server.serve;

/** What a path names. */
sealed interface Route {
  /** {@code /} and {@code /index.json}. */
  record Index() implements Route {}

  record Search() implements Route {}

  record Categories() implements Route {}

  record Health() implements Route {}

  record Favicon() implements Route {}

  /** {@code /package/{name}/{version}/}. */
  record PackageRecord(String name, String version) implements Route {}

  /**
   * {@code /package/{name}/{version}/{path}}.
   *
   * @param path at least one name; neither empty names nor {@code .} nor {@code ..} among them
   */
  record PackageFile(String name, String version, String path) implements Route {}

  /**
   * {@code /epr/{anything}/{name}-{version}.{ending}}.
   *
   * @param ending without a dot before it
   */
  record Archive(String name, String version, String ending) implements Route {}

  /** The same thing has another path, without a prefix and not encoded. */
  record Moved(String path) implements Route {}

  /** No path at all: a wrong percent-encoding or a NUL. */
  record Malformed() implements Route {}

  record Unknown() implements Route {}
}
