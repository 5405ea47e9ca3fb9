package dev.packhouse.server.cli;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.server.client.AskedRegistry;
import dev.packhouse.server.client.SearchFilters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Says that a search found nothing, and what was probably meant. */
final class NothingFound {
  /** The filters that take a name which the registry has or has not. */
  private static final List<QueryParameter> BY_NAME =
      List.of(QueryParameters.PACKAGE, QueryParameters.TYPE, QueryParameters.CATEGORY);

  private final AskedRegistry asked;
  private final Map<String, List<String>> values;

  /**
   * @param values that found nothing, by the names of parameters
   */
  NothingFound(AskedRegistry asked, Map<String, List<String>> values) {
    this.asked = asked;
    this.values = values;
  }

  /** One line; what it repeats is not fit to be printed as it is. */
  String line() throws IOException {
    List<String> parts = new ArrayList<>(List.of("no package passes"));
    for (QueryParameter filter : BY_NAME) {
      String value = values.getOrDefault(filter.name(), List.of("")).getFirst();
      if (!value.isEmpty() && evenPrereleases(Map.of(filter.name(), List.of(value))).isEmpty()) {
        parts.add("there is no " + filter.name() + " " + value);
        NearestName.guess(value, "", known(filter)).ifPresent(parts::add);
      }
    }
    if (parts.size() == 1 && !evenPrereleases(values).isEmpty()) {
      parts.add("some do with --prerelease");
    }
    return String.join("; ", parts);
  }

  /** The names that would pass a filter. */
  private List<String> known(QueryParameter filter) throws IOException {
    return evenPrereleases(Map.of()).stream()
        .flatMap(record -> names(record, filter))
        .distinct()
        .toList();
  }

  private static Stream<String> names(ObjectNode record, QueryParameter filter) {
    if (filter.equals(QueryParameters.CATEGORY)) {
      return record.path("categories").valueStream().map(category -> category.asString(""));
    }
    String key = filter.equals(QueryParameters.PACKAGE) ? "name" : filter.name();
    return Stream.of(record.path(key).asString(""));
  }

  private List<ObjectNode> evenPrereleases(Map<String, List<String>> filters) throws IOException {
    Map<String, List<String>> wider = new LinkedHashMap<>(filters);
    wider.put(QueryParameters.PRERELEASE.name(), List.of("true"));
    return asked.search(SearchFilters.of(wider).toOptional().orElseThrow());
  }
}
