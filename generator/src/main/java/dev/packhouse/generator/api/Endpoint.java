package dev.packhouse.generator.api;

import dev.packhouse.generator.api.EndpointAnswer.Content;
import dev.packhouse.generator.model.ArchiveFormat;
import java.util.List;

/**
 * What a registry answers with GET. Summaries and descriptions are sentences in Markdown, with
 * nothing but code spans in them.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are, too
public enum Endpoint {
  ROOT(
      List.of("/"),
      "Name and version of the service; browsers are led to the pages.",
      List.of(),
      List.of(
          EndpointAnswer.json(AnswerBody.SERVICE),
          EndpointAnswer.moved(
              302, "There are pages, and `Accept` names `text/html` and not JSON before it."),
          EndpointAnswer.UNCHANGED),
      "/"),
  INDEX(
      List.of("/index.json"),
      "Name and version of the service.",
      List.of(),
      List.of(EndpointAnswer.json(AnswerBody.SERVICE), EndpointAnswer.UNCHANGED),
      "/index.json"),
  SEARCH(
      List.of("/search"),
      "The search records of the packages that pass, by name, then from old to new; with `q` the"
          + " best first.",
      List.of(),
      List.of(
          EndpointAnswer.FOUND,
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(400, "A parameter is wrong."),
          EndpointAnswer.NO_TEXT),
      "/search?kibana.version=9.0.0&category=security"),
  FACETS(
      List.of("/search/facets"),
      "How many versions a search finds, and how many of them have which value.",
      List.of(),
      List.of(
          EndpointAnswer.json(
              AnswerBody.FACETS,
              "The `total` of versions, and lists of values, each with the `count` of versions that"
                  + " have it: the most frequent first, then by value."),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(400, "A parameter is wrong."),
          EndpointAnswer.NO_TEXT),
      "/search/facets?category=security"),
  SUGGEST(
      List.of("/suggest"),
      "Names and titles of the packages that `q` may become, the likeliest first; none without it.",
      List.of(),
      List.of(
          EndpointAnswer.json(
              AnswerBody.SUGGESTIONS, "A list with name and title of each package."),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(400, "A parameter is wrong."),
          EndpointAnswer.NO_TEXT),
      "/suggest?q=ngi"),
  CATEGORIES(
      List.of("/categories"),
      "Categories with the number of packages in each, by id.",
      List.of(),
      List.of(
          EndpointAnswer.json(
              AnswerBody.CATEGORIES,
              "A list of categories, each with the `count` of its packages; one below another names"
                  + " that as its parent."),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(400, "A parameter is wrong.")),
      "/categories?include_policy_templates=true"),
  PACKAGE_RECORD(
      List.of("/package/{name}/{version}/", "/revisions/{revision}/package/{name}/{version}/"),
      "The full record of one version.",
      List.of(PathParameter.REVISION, PathParameter.NAME, PathParameter.VERSION),
      List.of(
          EndpointAnswer.json(AnswerBody.PACKAGE_RECORD),
          EndpointAnswer.part(Content.bytes("application/json")),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.NO_VERSION,
          EndpointAnswer.error(404, "There is no such package or version."),
          EndpointAnswer.NO_RANGE),
      "/package/nginx/2.0.0/"),
  PACKAGE_FILE(
      List.of(
          "/package/{name}/{version}/{path}",
          "/revisions/{revision}/package/{name}/{version}/{path}"),
      "A file of the package.",
      List.of(
          PathParameter.REVISION,
          PathParameter.NAME,
          PathParameter.VERSION,
          new PathParameter(
              "path",
              "Path of the file below the package's folder; it may hold slashes.",
              "docs/README.md")),
      List.of(
          EndpointAnswer.of(200, "The file, with the media type of its ending.", Content.ANY),
          EndpointAnswer.part(Content.ANY),
          EndpointAnswer.moved(301, "The path is written otherwise."),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.NO_VERSION,
          EndpointAnswer.error(404, "There is no such package, version or file."),
          EndpointAnswer.NO_RANGE,
          EndpointAnswer.NOT_YET),
      "/package/nginx/2.0.0/docs/README.md"),
  ARCHIVE(
      List.of("/epr/{name}/{archive}", "/revisions/{revision}/epr/{name}/{archive}"),
      "An archive, `.zip` or `.tar.gz`; with `.sha256` behind it its checksum, with `.sig` behind"
          + " `.zip` its signature.",
      List.of(
          PathParameter.REVISION,
          new PathParameter("name", "Name of the package, or any other.", "nginx"),
          new PathParameter(
              "archive",
              "`{name}-{version}` with `.zip`, `.zip.sha256`, `.zip.sig`, `.tar.gz` or"
                  + " `.tar.gz.sha256` behind it.",
              "nginx-2.0.0.zip")),
      List.of(
          EndpointAnswer.of(
              200,
              "The archive, its checksum or its signature.",
              Content.bytes(ArchiveFormat.ZIP.mediaType()),
              Content.bytes(ArchiveFormat.TAR_GZ.mediaType()),
              Content.bytes(ArchiveFormat.SIGNATURE_MEDIA_TYPE),
              new Content("text/plain", AnswerBody.LINE)),
          EndpointAnswer.part(
              Content.bytes(ArchiveFormat.ZIP.mediaType()),
              Content.bytes(ArchiveFormat.TAR_GZ.mediaType()),
              Content.bytes(ArchiveFormat.SIGNATURE_MEDIA_TYPE),
              Content.bytes("text/plain")),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.NO_VERSION,
          EndpointAnswer.error(404, "There is no such archive, checksum or signature."),
          EndpointAnswer.NO_RANGE,
          EndpointAnswer.NOT_YET),
      "/epr/nginx/nginx-2.0.0.zip"),
  CHANGES(
      List.of("/changes.json"),
      "What each generation added, changed and removed, from the first one on.",
      List.of(),
      List.of(
          EndpointAnswer.json(
                  AnswerBody.CHANGES, "Entries, whose `kind` is `added`, `changed` or `removed`.")
              .with(AnswerHeader.LINK),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(400, "A parameter is wrong."),
          EndpointAnswer.error(404, "An earlier release has generated the registry."),
          EndpointAnswer.NOT_YET),
      "/changes.json?since=42&limit=100"),
  FEED_OF_ALL(
      List.of("/feeds/all.atom"),
      "The newest versions as an Atom feed.",
      List.of(),
      EndpointAnswer.FEED,
      "/feeds/all.atom"),
  FEED_OF_CATEGORY(
      List.of("/feeds/category/{id}.atom"),
      "The newest versions of a category, and of those below it, as an Atom feed.",
      List.of(PathParameter.CATEGORY),
      EndpointAnswer.FEED,
      "/feeds/category/security.atom"),
  FEED_OF_PACKAGE(
      List.of("/feeds/package/{name}.atom"),
      "The newest versions of a package as an Atom feed.",
      List.of(PathParameter.NAME),
      EndpointAnswer.FEED,
      "/feeds/package/nginx.atom"),
  HEALTH(
      List.of("/health"),
      "200 with an empty body while good answers can be given; else 503, also while the server"
          + " stops.",
      List.of(),
      List.of(
          EndpointAnswer.of(200, "Good answers can be given."),
          EndpointAnswer.error(503, "What fails.")),
      "/health"),
  OPENAPI(
      List.of("/openapi.json"),
      "This interface as an OpenAPI 3.1 document.",
      List.of(),
      List.of(EndpointAnswer.json(AnswerBody.OPENAPI), EndpointAnswer.UNCHANGED),
      "/openapi.json"),
  FAVICON(
      List.of("/favicon.ico"),
      "An icon.",
      List.of(),
      List.of(
          EndpointAnswer.of(200, "The icon.", Content.bytes("image/x-icon")),
          EndpointAnswer.UNCHANGED),
      "/favicon.ico"),
  PAGE(
      List.of("/ui/{path}", "/ui/"),
      "A page for people, or what it loads; the first is `index.html`.",
      List.of(
          new PathParameter(
              "path", "Path of the page below `/ui/`; it may hold slashes.", "index.html")),
      List.of(
          EndpointAnswer.of(200, "The file, with the media type of its ending.", Content.ANY),
          EndpointAnswer.part(Content.ANY),
          EndpointAnswer.UNCHANGED,
          EndpointAnswer.error(404, "There is no such page, or the registry has none."),
          EndpointAnswer.NO_RANGE),
      "/ui/index.html");

  private final List<String> paths;
  private final String summary;
  private final List<PathParameter> pathParameters;
  private final List<EndpointAnswer> answers;
  private final String example;

  Endpoint(
      List<String> paths,
      String summary,
      List<PathParameter> pathParameters,
      List<EndpointAnswer> answers,
      String example) {
    this.paths = paths;
    this.summary = summary;
    this.pathParameters = pathParameters;
    this.answers = answers;
    this.example = example;
  }

  /** As an OpenAPI document writes it: {@code /package/{name}/{version}/}. */
  public String path() {
    return paths.getFirst();
  }

  /** All that lead to the same answers; the first is the usual one. */
  public List<String> paths() {
    return paths;
  }

  public String summary() {
    return summary;
  }

  /** What stands in braces in the paths, from left to right. */
  public List<PathParameter> pathParameters() {
    return pathParameters;
  }

  /** Those of one of the paths. */
  List<PathParameter> pathParameters(String path) {
    return pathParameters.stream().filter(parameter -> parameter.isIn(path)).toList();
  }

  /** In the order in which mistakes are answered for. */
  public List<QueryParameter> queryParameters() {
    return QueryParameters.of(this);
  }

  /** By status. Others than these are errors, a line of text each. */
  public List<EndpointAnswer> answers() {
    return answers;
  }

  /** A request target. */
  public String example() {
    return example;
  }
}
