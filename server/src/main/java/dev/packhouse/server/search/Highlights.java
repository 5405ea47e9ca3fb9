package dev.packhouse.server.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a text was found in what a package says.
 *
 * @param passages by the name of what was looked into; in each at least one, HTML with what was
 *     found between {@code <em>} and {@code </em>}
 */
record Highlights(Map<String, List<String>> passages) {
  Highlights {
    passages = Collections.unmodifiableMap(new LinkedHashMap<>(passages));
  }
}
