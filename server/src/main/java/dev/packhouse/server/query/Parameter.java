package dev.packhouse.server.query;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.model.ParseResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A query parameter of the table, and what its values mean. Of one that is not repeatable only the
 * first value counts, and an empty one is the same as none.
 *
 * @param parser of the values that count, at least one; a rejection is the whole text of the error
 * @param <T> what the values mean
 */
record Parameter<T>(QueryParameter described, Function<List<String>, ParseResult<T>> parser) {
  static <T> Parameter<T> single(
      QueryParameter described, Function<String, ParseResult<T>> parser) {
    return new Parameter<>(described, values -> parser.apply(values.getFirst()));
  }

  boolean isOn(Endpoint endpoint) {
    return described.endpoints().contains(endpoint);
  }

  /** Nothing where the query does not say anything about it. */
  Optional<ParseResult<T>> read(QueryString query) {
    List<String> values = query.all(described.name());
    boolean absent =
        values.isEmpty() || (!described.kind().isRepeatable() && values.getFirst().isEmpty());
    return absent ? Optional.empty() : Optional.of(parser.apply(values));
  }
}
