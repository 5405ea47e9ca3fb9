package dev.packhouse.server.serve;

import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.Cursor;
import dev.packhouse.server.query.FacetsQuery;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.query.SuggestQuery;
import dev.packhouse.server.search.NoTextException;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.search.StaleCursorException;
import dev.packhouse.server.serve.AnswerCache.Kept;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code /search} with its facets and suggestions, and {@code /categories}. */
final class QueryService {
  /** In characters; clients that ask the same again and again have shorter ones. */
  private static final int LONGEST_KEPT = 1_000;

  /** Longer answers are read while they are sent, whoever asks for them how often. */
  private static final long MOST_HELD = 512 << 10;

  private static final String STALE_CURSOR =
      "invalid 'cursor' query param: what it goes on with has changed since, or it belongs to"
          + " another query; search again without it";

  @FunctionalInterface
  private interface Answering<Q> {
    Outcome answer(Q query) throws IOException;
  }

  private final RegistrySearch search;
  private final ServerConfig config;
  private final Optional<Instant> published;
  private final QueryParser parser;
  private final AnswerCache cache;
  private final Missing missing;

  /**
   * @param published when the generation that is searched was published, where that is known
   * @param cache of answers of the same generation
   * @param missing why there may be no texts
   */
  QueryService(
      RegistrySearch search,
      ServerConfig config,
      Optional<Instant> published,
      AnswerCache cache,
      Missing missing) {
    this.search = search;
    this.config = config;
    this.published = published;
    this.cache = cache;
    this.missing = missing;
    this.parser = new QueryParser(config.allowUnknownQueryParameters());
  }

  Outcome search(Request request) throws IOException {
    ParseResult<SearchQuery> result = parser.search(QueryString.parse(request.rawQuery()));
    return answer(result, query -> page(request, query));
  }

  private Outcome page(Request request, SearchQuery query) throws IOException {
    Kept kept = kept(request, query, () -> found(query));
    return new Representation(
        kept.body(),
        MediaType.JSON,
        kept.tag(),
        published,
        config.cacheTimes().search(),
        kept.next().map(next -> NextPage.link(request.rawQuery(), QueryParameters.CURSOR, next)));
  }

  Outcome facets(Request request) throws IOException {
    ParseResult<FacetsQuery> result = parser.facets(QueryString.parse(request.rawQuery()));
    return answer(
        result,
        query ->
            representation(
                kept(request, query, () -> kept(FacetsJson.of(search.facets(query)))),
                config.cacheTimes().search()));
  }

  Outcome suggest(Request request) throws IOException {
    ParseResult<SuggestQuery> result = parser.suggest(QueryString.parse(request.rawQuery()));
    return answer(
        result,
        query ->
            representation(
                kept(request, query, () -> kept(SuggestionsJson.of(search.suggest(query)))),
                config.cacheTimes().search()));
  }

  Outcome categories(Request request) throws IOException {
    ParseResult<CategoriesQuery> result = parser.categories(QueryString.parse(request.rawQuery()));
    return answer(
        result,
        query ->
            representation(
                kept(request, query, () -> counted(query)), config.cacheTimes().categories()));
  }

  /** Answers what is asked right; everything that can be wrong with it is answered for here. */
  private <Q> Outcome answer(ParseResult<Q> asked, Answering<Q> answering) throws IOException {
    return switch (asked) {
      case Rejected<Q>(String reason) -> Answer.error(ErrorCode.INVALID_PARAMETER, reason);
      case Parsed<Q>(Q query) -> {
        try {
          yield answering.answer(query);
        } catch (NoTextException without) {
          yield missing.text();
        } catch (StaleCursorException changed) {
          yield Answer.error(ErrorCode.INVALID_PARAMETER, STALE_CURSOR);
        }
      }
    };
  }

  /** The cache counts the bytes of answers, and a long query takes more than its answer may. */
  private Kept kept(Request request, Record query, AnswerCache.Maker maker) throws IOException {
    return request.rawQuery().length() > LONGEST_KEPT ? maker.make() : cache.get(query, maker);
  }

  private Kept found(SearchQuery query) throws IOException {
    SearchAnswer answer = search.search(query);
    Body body =
        answer.length() > MOST_HELD
            ? new Body.Searched(answer)
            : Body.shared(FixedOutput.bytesOf(answer));
    return new Kept(body, EntityTag.of(answer.digest()), answer.next().map(Cursor::text));
  }

  private Kept counted(CategoriesQuery query) throws IOException {
    return kept(CategoriesJson.of(search.categories(query)));
  }

  private static Kept kept(byte[] json) throws IOException {
    Body body = Body.shared(json);
    return new Kept(body, EntityTag.of(Sha256.of(body)));
  }

  private Representation representation(Kept answer, Duration maxAge) {
    return new Representation(answer.body(), MediaType.JSON, answer.tag(), published, maxAge);
  }
}
