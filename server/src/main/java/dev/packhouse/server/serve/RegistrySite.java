package dev.packhouse.server.serve;

import dev.packhouse.server.observe.Health;
import dev.packhouse.server.serve.Route.Archive;
import dev.packhouse.server.serve.Route.Categories;
import dev.packhouse.server.serve.Route.Changes;
import dev.packhouse.server.serve.Route.Facets;
import dev.packhouse.server.serve.Route.Favicon;
import dev.packhouse.server.serve.Route.Feed;
import dev.packhouse.server.serve.Route.Index;
import dev.packhouse.server.serve.Route.Malformed;
import dev.packhouse.server.serve.Route.Moved;
import dev.packhouse.server.serve.Route.OpenApi;
import dev.packhouse.server.serve.Route.PackageFile;
import dev.packhouse.server.serve.Route.PackageRecord;
import dev.packhouse.server.serve.Route.Page;
import dev.packhouse.server.serve.Route.Root;
import dev.packhouse.server.serve.Route.Search;
import dev.packhouse.server.serve.Route.Suggest;
import dev.packhouse.server.serve.Route.Unknown;
import java.io.IOException;

/** All of the registry's HTTP interface, from a request to its answer, without a network. */
final class RegistrySite {
  private static final Answer MALFORMED = Answer.error(ErrorCode.MALFORMED_PATH);
  private static final Answer UNKNOWN = Answer.error(ErrorCode.UNKNOWN_PATH);

  /** What clients are told of; OPTIONS is answered without being named. */
  private static final String METHODS = "GET, HEAD";

  private static final Header ALLOW = new Header("Allow", METHODS);
  private static final Answer WRONG_METHOD = Answer.error(ErrorCode.WRONG_METHOD, ALLOW);

  private static final Header VARY = new Header("Vary", "Accept");

  /** RFC 9110, section 9.3.7, and what browsers ask before a request to another origin. */
  private static final Answer OPTIONS =
      Answer.empty(
          200,
          ALLOW,
          new Header("Access-Control-Allow-Methods", METHODS),
          new Header("Access-Control-Allow-Headers", "*"),
          new Header("Access-Control-Max-Age", "86400"));

  private final Routes routes;
  private final Health health;
  private final FixedContent fixed;
  private final QueryService queries;
  private final PackageService packages;
  private final ChangesService changes;
  private final PageService pages;
  private final Negotiation negotiation;

  RegistrySite(
      Routes routes,
      Health health,
      FixedContent fixed,
      QueryService queries,
      PackageService packages,
      ChangesService changes,
      PageService pages,
      Negotiation negotiation) {
    this.routes = routes;
    this.health = health;
    this.fixed = fixed;
    this.queries = queries;
    this.packages = packages;
    this.changes = changes;
    this.pages = pages;
    this.negotiation = negotiation;
  }

  Health health() {
    return health;
  }

  /** What the request's path names. */
  Route route(Request request) {
    return routes.parse(request.rawPath());
  }

  /**
   * @param route that of the request
   */
  Answer answer(Route route, Request request) throws IOException {
    if (request.method().equals("OPTIONS")) {
      return OPTIONS;
    }
    boolean known = !(route instanceof Malformed || route instanceof Unknown);
    if (known && !request.isGet() && !request.isHead()) {
      return WRONG_METHOD;
    }
    return switch (outcome(route, request)) {
      case Answer answer -> answer;
      case Representation representation -> negotiation.answer(request, representation);
    };
  }

  private Outcome outcome(Route route, Request request) throws IOException {
    return switch (route) {
      case Root() -> pages.hasPages() ? root(request) : fixed.index();
      case Index() -> fixed.index();
      case Search() -> queries.search(request);
      case Facets() -> queries.facets(request);
      case Suggest() -> queries.suggest(request);
      case Categories() -> queries.categories(request);
      case PackageRecord record -> packages.answer(record);
      case PackageFile file -> packages.answer(file);
      case Archive archive -> packages.answer(archive);
      case Changes() -> changes.changes(request);
      case Feed feed -> changes.answer(feed);
      case Page page -> pages.answer(page);
      case Route.Health() -> healthAnswer();
      case OpenApi() -> fixed.openApi();
      case Favicon() -> fixed.favicon();
      case Moved moved ->
          Answer.empty(301, new Header("Location", routes.location(moved, request.rawQuery())));
      case Malformed() -> MALFORMED;
      case Unknown() -> UNKNOWN;
    };
  }

  /** Browsers are shown the pages, and all others get what they always got. */
  private Answer root(Request request) throws IOException {
    boolean isBrowser = request.header("Accept").map(AcceptedPages::areWanted).orElse(false);
    return isBrowser
        ? Answer.empty(302, new Header("Location", routes.start()), VARY)
        : negotiation.answer(request, fixed.index()).with(VARY);
  }

  private Answer healthAnswer() {
    return health
        .failure()
        .map(failure -> Answer.error(ErrorCode.NOT_HEALTHY, "not healthy: " + failure.text()))
        .orElse(Answer.empty(200));
  }
}
