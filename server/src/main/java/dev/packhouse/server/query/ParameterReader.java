package dev.packhouse.server.query;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the parameters of one endpoint out of a query whose parameters are all right. */
final class ParameterReader {
  private final QueryString query;
  private final Endpoint endpoint;

  ParameterReader(QueryString query, Endpoint endpoint) {
    this.query = query;
    this.endpoint = endpoint;
  }

  /** The text for the first wrong parameter in the table's order, then for an unknown one. */
  Optional<String> error(boolean allowUnknown) {
    for (Parameter<?> parameter : Parameters.ALL) {
      if (parameter.isOn(endpoint)
          && parameter.read(query).orElse(null) instanceof Rejected<?>(String reason)) {
        return Optional.of(reason);
      }
    }
    return allowUnknown ? Optional.empty() : unknown();
  }

  <T> Optional<T> read(Parameter<T> parameter) {
    return parameter.isOn(endpoint)
        ? parameter.read(query).flatMap(ParseResult::toOptional)
        : Optional.empty();
  }

  /** One that says in the table what holds where none is given. */
  long number(Parameter<Long> parameter) {
    return read(parameter)
        .orElseGet(() -> Long.parseLong(parameter.described().fallback().orElseThrow()));
  }

  boolean isSet(Parameter<Boolean> flag) {
    return read(flag).orElse(false);
  }

  /** What is searched for; a blank asks for nothing. */
  Optional<String> text() {
    return read(Parameters.Q).filter(text -> !text.isBlank());
  }

  PackageFilter filter() {
    return new PackageFilter(
        read(Parameters.KIBANA_VERSION),
        read(Parameters.AGENT_VERSION),
        read(Parameters.PACKAGE),
        read(Parameters.TYPE),
        read(Parameters.CAPABILITIES),
        read(Parameters.SPEC_MIN),
        read(Parameters.SPEC_MAX),
        read(Parameters.DISCOVERY).orElse(List.of()),
        isSet(Parameters.PRERELEASE),
        isSet(Parameters.EXPERIMENTAL));
  }

  Presentation presentation() {
    boolean text = text().isPresent();
    Optional<Integer> limit = read(Parameters.LIMIT).map(Math::toIntExact);
    return new Presentation(
        read(Parameters.SORT).equals(Optional.of(QueryParameters.SORT_BY_NAME)),
        text ? Optional.of(limit.orElse(QueryParameters.USUALLY_FOUND)) : limit,
        read(Parameters.CURSOR),
        read(Parameters.FIELDS),
        text && isSet(Parameters.HIGHLIGHT));
  }

  private Optional<String> unknown() {
    Set<String> known =
        endpoint.queryParameters().stream().map(QueryParameter::name).collect(Collectors.toSet());
    return query.names().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "unknown query parameter: " + QuotedText.of(name));
  }
}
