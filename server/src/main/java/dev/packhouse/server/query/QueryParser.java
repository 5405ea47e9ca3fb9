package dev.packhouse.server.query;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes of a query what is asked for, or the one text that says what is wrong with it. */
public final class QueryParser {
  private final boolean allowUnknown;

  /**
   * @param allowUnknown parameters that an endpoint does not know are ignored
   */
  public QueryParser(boolean allowUnknown) {
    this.allowUnknown = allowUnknown;
  }

  public ParseResult<SearchQuery> search(QueryString query) {
    ParameterReader reader = new ParameterReader(query, Endpoint.SEARCH);
    return unlessWrong(
        reader,
        () ->
            new SearchQuery(
                reader.filter(),
                reader.isSet(Parameters.ALL_VERSIONS),
                reader.read(Parameters.CATEGORY),
                reader.text(),
                reader.presentation()));
  }

  public ParseResult<FacetsQuery> facets(QueryString query) {
    ParameterReader reader = new ParameterReader(query, Endpoint.FACETS);
    return unlessWrong(
        reader,
        () ->
            new FacetsQuery(
                reader.filter(),
                reader.isSet(Parameters.ALL_VERSIONS),
                reader.read(Parameters.CATEGORY),
                reader.text()));
  }

  public ParseResult<SuggestQuery> suggest(QueryString query) {
    ParameterReader reader = new ParameterReader(query, Endpoint.SUGGEST);
    return unlessWrong(
        reader,
        () ->
            new SuggestQuery(
                reader.filter(),
                reader.text().orElse(""),
                Math.toIntExact(reader.number(Parameters.SUGGESTIONS_LIMIT))));
  }

  public ParseResult<CategoriesQuery> categories(QueryString query) {
    ParameterReader reader = new ParameterReader(query, Endpoint.CATEGORIES);
    return unlessWrong(
        reader,
        () ->
            new CategoriesQuery(
                reader.filter(), reader.isSet(Parameters.INCLUDE_POLICY_TEMPLATES)));
  }

  public ParseResult<ChangesQuery> changes(QueryString query) {
    ParameterReader reader = new ParameterReader(query, Endpoint.CHANGES);
    return unlessWrong(
        reader,
        () ->
            new ChangesQuery(
                reader.number(Parameters.SINCE),
                Math.toIntExact(reader.number(Parameters.CHANGES_LIMIT))));
  }

  private <T> ParseResult<T> unlessWrong(ParameterReader reader, Supplier<T> query) {
    Optional<String> error = reader.error(allowUnknown);
    return error.isPresent() ? new Rejected<>(error.get()) : new Parsed<>(query.get());
  }
}
