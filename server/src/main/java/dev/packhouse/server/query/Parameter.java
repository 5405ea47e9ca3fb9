package dev.packhouse.server.query;

import dev.packhouse.generator.model.ParseResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A query parameter as data.
 *
 * @param endpoints where it is looked at; elsewhere it counts as unknown
 * @param repeatable all values count, empty ones too; otherwise only the first one, where an empty
 *     value is the same as none
 * @param description one sentence for {@code docs/http-api.md}
 * @param parser of the values that count, at least one; a rejection is the whole text of the error
 * @param <T> what the values mean
 */
public record Parameter<T>(
    String name,
    Set<Endpoint> endpoints,
    boolean repeatable,
    String description,
    Function<List<String>, ParseResult<T>> parser) {
  public Parameter {
    endpoints = Set.copyOf(endpoints);
  }

  static <T> Parameter<T> single(
      String name,
      Set<Endpoint> endpoints,
      String description,
      Function<String, ParseResult<T>> parser) {
    return new Parameter<>(
        name, endpoints, false, description, values -> parser.apply(values.getFirst()));
  }

  /** Nothing where the query does not say anything about it. */
  Optional<ParseResult<T>> read(QueryString query) {
    List<String> values = query.all(name);
    boolean absent = values.isEmpty() || (!repeatable && values.getFirst().isEmpty());
    return absent ? Optional.empty() : Optional.of(parser.apply(values));
  }
}
