package dev.packhouse.server.serve;

import dev.packhouse.server.query.PercentEncoding;
import dev.packhouse.server.serve.Route.Archive;
import dev.packhouse.server.serve.Route.Feed;
import dev.packhouse.server.serve.Route.Malformed;
import dev.packhouse.server.serve.Route.Moved;
import dev.packhouse.server.serve.Route.PackageFile;
import dev.packhouse.server.serve.Route.PackageRecord;
import dev.packhouse.server.serve.Route.Unknown;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table from paths to routes.
 *
 * @param prefix of the published address; paths are known with and without it
 */
record Routes(String prefix) {
  private static final Pattern PACKAGE =
      Pattern.compile("/package/([^/]+)/([^/]+)(?:/(.*))?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

  /** The folder of the pages for people. */
  private static final String UI = "/ui/";

  private static final Pattern REVISION =
      Pattern.compile("/revisions/[0-9a-f]{64}(/(?:package|epr)/.+)", Pattern.DOTALL);

  /** Names have no hyphen, so the version begins behind the first one. */
  private static final Pattern ARCHIVE =
      Pattern.compile("/epr/[^/]+/([a-z0-9_]+)-([^/]+?)\\.((?:zip|tar\\.gz)(?:\\.sig|\\.sha256)?)");

  private static final Pattern FEED =
      Pattern.compile("/feeds/(all\\.atom|(?:category|package)/[a-z0-9_]+\\.atom)");

  /**
   * @param publicUrl of which only the path matters
   */
  static Routes of(Optional<URI> publicUrl) {
    String path = publicUrl.flatMap(url -> Optional.ofNullable(url.getPath())).orElse("");
    return new Routes(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /**
   * @param rawPath as it stands in the request line, without the query
   */
  Route parse(String rawPath) {
    Optional<String> decoded = RoutePath.decode(rawPath);
    if (decoded.isEmpty()) {
      return new Malformed();
    }
    String path = decoded.get();
    String cleaned = RoutePath.clean(path);
    if (!cleaned.equals(path)) {
      return new Moved(withoutPrefix(cleaned));
    }
    Route route = match(withoutPrefix(path));
    return route instanceof Unknown ? match(path) : route;
  }

  /** Where people start. */
  String start() {
    return PercentEncoding.encodePath(prefix + UI);
  }

  /** Where something that moved is found now, for the header Location. */
  String location(Moved moved, String rawQuery) {
    String query = rawQuery.isEmpty() ? "" : "?" + PercentEncoding.encodeRawQuery(rawQuery);
    return PercentEncoding.encodePath(prefix + moved.path()) + query;
  }

  private String withoutPrefix(String path) {
    if (path.equals(prefix)) {
      return "/";
    }
    return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
  }

  private static Route match(String path) {
    return switch (path) {
      case "/" -> new Route.Root();
      case "/index.json" -> new Route.Index();
      case "/search" -> new Route.Search();
      case "/search/facets" -> new Route.Facets();
      case "/suggest" -> new Route.Suggest();
      case "/categories" -> new Route.Categories();
      case "/changes.json" -> new Route.Changes();
      case "/health" -> new Route.Health();
      case "/openapi.json" -> new Route.OpenApi();
      case "/favicon.ico" -> new Route.Favicon();
      case "/ui" -> new Moved(UI);
      case UI -> new Route.Page("");
      default ->
          path.startsWith(UI) && !path.endsWith("/")
              ? new Route.Page(path.substring(UI.length()))
              : matchPackage(withoutRevision(path));
    };
  }

  /** Pages name files as plain hosts have them; here it is the index that knows where they lie. */
  private static String withoutRevision(String path) {
    Matcher revision = REVISION.matcher(path);
    return revision.matches() ? revision.group(1) : path;
  }

  private static Route matchPackage(String path) {
    Matcher feed = FEED.matcher(path);
    if (feed.matches()) {
      return new Feed(feed.group(1));
    }
    Matcher archive = ARCHIVE.matcher(path);
    if (archive.matches()) {
      return new Archive(archive.group(1), archive.group(2), archive.group(3));
    }
    Matcher matcher = PACKAGE.matcher(path);
    if (!matcher.matches()) {
      return matchWithoutSlash(path);
    }
    String name = matcher.group(1);
    String version = matcher.group(2);
    String file = matcher.group(3);
    if (file == null) {
      return NAME.matcher(name).matches() ? new Moved(path + "/") : new Unknown();
    }
    if (file.isEmpty()) {
      return new PackageRecord(name, version);
    }
    return file.endsWith("/") ? matchWithoutSlash(path) : new PackageFile(name, version, file);
  }

  /** Only what answers without a slash at the end moved there. */
  private static Route matchWithoutSlash(String path) {
    if (path.length() < 2 || !path.endsWith("/")) {
      return new Unknown();
    }
    String shorter = path.substring(0, path.length() - 1);
    return switch (match(shorter)) {
      case Unknown unknown -> unknown;
      case Moved moved -> new Unknown();
      case Route other -> new Moved(shorter);
    };
  }
}
