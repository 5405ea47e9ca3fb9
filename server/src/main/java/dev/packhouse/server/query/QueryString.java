package dev.packhouse.server.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names and values of a query, in the order in which they were sent. A pair with a wrong
 * percent-encoding or a {@code ;} is dropped, and the rest counts.
 */
public final class QueryString {
  private final Map<String, List<String>> values;

  private QueryString(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a query of any length in one pass.
   *
   * @param raw as received, without the question mark
   */
  public static QueryString parse(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int start = 0;
    while (start < raw.length()) {
      int ampersand = raw.indexOf('&', start);
      int end = ampersand < 0 ? raw.length() : ampersand;
      addPair(raw.substring(start, end), values);
      start = end + 1;
    }
    return new QueryString(values);
  }

  /** The names that were sent, the first one first. */
  public Set<String> names() {
    return values.keySet();
  }

  /** The values of a name; none where it was not sent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static void addPair(String pair, Map<String, List<String>> values) {
    if (pair.isEmpty() || pair.indexOf(';') >= 0) {
      return;
    }
    int equals = pair.indexOf('=');
    Optional<String> name =
        PercentEncoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
    Optional<String> value =
        PercentEncoding.decodeQuery(equals < 0 ? "" : pair.substring(equals + 1));
    if (name.isPresent() && value.isPresent()) {
      values.computeIfAbsent(name.get(), key -> new ArrayList<>(1)).add(value.get());
    }
  }
}
