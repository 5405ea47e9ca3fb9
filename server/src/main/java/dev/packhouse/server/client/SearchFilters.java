package dev.packhouse.server.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a search is asked, in parameters that are known and right.
 *
 * @param rawQuery as it stands in an address, without the question mark
 * @param query what it means
 */
public record SearchFilters(String rawQuery, SearchQuery query) {
  private static final QueryParser PARSER = new QueryParser(/* allowUnknown= */ false);

  /**
   * The reason of a rejection is what a server would answer.
   *
   * @param parameters values by the names of parameters
   */
  public static ParseResult<SearchFilters> of(Map<String, List<String>> parameters) {
    String raw =
        parameters.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
            .collect(Collectors.joining("&"));
    return switch (PARSER.search(QueryString.parse(raw))) {
      case Parsed<SearchQuery>(SearchQuery query) -> new Parsed<>(new SearchFilters(raw, query));
      case Rejected<SearchQuery>(String reason) -> new Rejected<>(reason);
    };
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }
}
