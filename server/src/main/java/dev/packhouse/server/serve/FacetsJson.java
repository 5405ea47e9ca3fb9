package dev.packhouse.server.serve;

import dev.packhouse.server.search.CategoryCount;
import dev.packhouse.server.search.FacetCount;
import dev.packhouse.server.search.Facets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What {@code /search/facets} answers: total, and for each facet a list of value and count, for
 * categories with a title.
 */
final class FacetsJson {
  private FacetsJson() {}

  static byte[] of(Facets facets) {
    return JsonText.write(
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("total", facets.total());
          json.writeArrayPropertyStart("category");
          facets.categories().forEach(category -> write(category, json));
          json.writeEndArray();
          write("type", facets.types(), json);
          write("owner", facets.owners(), json);
          write("subscription", facets.subscriptions(), json);
          write("release", facets.releases(), json);
          write("spec_version", facets.specVersions(), json);
          json.writeEndObject();
        });
  }

  private static void write(CategoryCount counted, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("value", counted.category().id());
    json.writeStringProperty("title", counted.category().title());
    json.writeNumberProperty("count", counted.count());
    json.writeEndObject();
  }

  private static void write(String name, List<FacetCount> counts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (FacetCount counted : counts) {
      json.writeStartObject();
      json.writeStringProperty("value", counted.value());
      json.writeNumberProperty("count", counted.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
