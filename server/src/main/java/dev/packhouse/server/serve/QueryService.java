package dev.packhouse.server.serve;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import dev.packhouse.server.search.RegistrySearch;
import dev.packhouse.server.search.SearchAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code /search} and {@code /categories}. */
final class QueryService {
  private static final int REMEMBERED_QUERIES = 1_000;

  private final RegistrySearch search;
  private final ServerConfig config;
  private final Optional<Instant> published;
  private final QueryParser parser;

  /** A generation answers a query always alike, so the hash of the answer is taken once. */
  private final LruCache<Record, EntityTag> tags = new LruCache<>(REMEMBERED_QUERIES, tag -> 1);

  /**
   * @param published when the generation that is searched was published, where that is known
   */
  QueryService(RegistrySearch search, ServerConfig config, Optional<Instant> published) {
    this.search = search;
    this.config = config;
    this.published = published;
    this.parser = new QueryParser(config.allowUnknownQueryParameters());
  }

  Outcome search(Request request) throws IOException {
    ParseResult<SearchQuery> result = parser.search(QueryString.parse(request.rawQuery()));
    return switch (result) {
      case Rejected<SearchQuery>(String reason) ->
          Answer.error(ErrorCode.INVALID_PARAMETER, reason);
      case Parsed<SearchQuery>(SearchQuery query) -> {
        SearchAnswer answer = search.search(query);
        yield representation(query, new Body.Searched(answer), config.cacheTimes().search());
      }
    };
  }

  Outcome categories(Request request) throws IOException {
    ParseResult<CategoriesQuery> result = parser.categories(QueryString.parse(request.rawQuery()));
    return switch (result) {
      case Rejected<CategoriesQuery>(String reason) ->
          Answer.error(ErrorCode.INVALID_PARAMETER, reason);
      case Parsed<CategoriesQuery>(CategoriesQuery query) ->
          representation(
              query,
              Body.of(CategoriesJson.of(search.categories(query))),
              config.cacheTimes().categories());
    };
  }

  private Representation representation(Record query, Body body, Duration maxAge)
      throws IOException {
    EntityTag tag = tags.get(query);
    if (tag == null) {
      tag = EntityTag.of(Sha256.of(body));
      tags.put(query, tag);
    }
    return new Representation(body, MediaType.JSON, tag, published, maxAge);
  }
}
