package dev.packhouse.server.serve;

import dev.packhouse.server.search.Suggestion;
import java.util.List;

/** What {@code /suggest} answers: name and title of each package, the likeliest first. */
final class SuggestionsJson {
  private SuggestionsJson() {}

  static byte[] of(List<Suggestion> suggestions) {
    return JsonText.write(
        json -> {
          json.writeStartArray();
          for (Suggestion suggestion : suggestions) {
            json.writeStartObject();
            json.writeStringProperty("name", suggestion.name());
            json.writeStringProperty("title", suggestion.title());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
