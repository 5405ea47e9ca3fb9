package dev.packhouse.server.serve;

import dev.packhouse.generator.api.Endpoint;

/** What a path names. */
sealed interface Route {
  /** The pattern of the path: there are few of them, whatever clients send. */
  default String pattern() {
    return switch (this) {
      case Root() -> Endpoint.ROOT.path();
      case Index() -> Endpoint.INDEX.path();
      case Search() -> Endpoint.SEARCH.path();
      case Facets() -> Endpoint.FACETS.path();
      case Suggest() -> Endpoint.SUGGEST.path();
      case Categories() -> Endpoint.CATEGORIES.path();
      case Health() -> Endpoint.HEALTH.path();
      case OpenApi() -> Endpoint.OPENAPI.path();
      case Favicon() -> Endpoint.FAVICON.path();
      case PackageRecord record -> Endpoint.PACKAGE_RECORD.path();
      case PackageFile file -> Endpoint.PACKAGE_FILE.path();
      case Archive archive -> Endpoint.ARCHIVE.path();
      case Changes() -> Endpoint.CHANGES.path();
      case Feed feed -> feed.endpoint().path();
      case Page page -> Endpoint.PAGE.path();
      case Moved moved -> "moved";
      case Malformed() -> "malformed";
      case Unknown() -> "unknown";
    };
  }

  /** {@code /}. */
  record Root() implements Route {}

  /** {@code /index.json}. */
  record Index() implements Route {}

  record Search() implements Route {}

  record Facets() implements Route {}

  record Suggest() implements Route {}

  record Categories() implements Route {}

  record Health() implements Route {}

  record OpenApi() implements Route {}

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

  /** {@code /changes.json}. */
  record Changes() implements Route {}

  /**
   * {@code /feeds/{path}}.
   *
   * @param path of a feed: {@code all.atom}, {@code category/{id}.atom} or {@code
   *     package/{name}.atom}
   */
  record Feed(String path) implements Route {
    private Endpoint endpoint() {
      if (path.startsWith("category/")) {
        return Endpoint.FEED_OF_CATEGORY;
      }
      return path.startsWith("package/") ? Endpoint.FEED_OF_PACKAGE : Endpoint.FEED_OF_ALL;
    }
  }

  /**
   * {@code /ui/{path}}.
   *
   * @param path may be empty
   */
  record Page(String path) implements Route {}

  /** The same thing has another path, without a prefix and not encoded. */
  record Moved(String path) implements Route {}

  /** No path at all: a wrong percent-encoding or a NUL. */
  record Malformed() implements Route {}

  record Unknown() implements Route {}
}
