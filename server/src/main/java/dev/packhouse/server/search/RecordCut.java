package dev.packhouse.server.search;

import dev.packhouse.server.query.Presentation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes records with only some of their keys, and with what was found in them. */
final class RecordCut {
  private static final JsonFactory ASCII =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private static final String HIGHLIGHT = "highlight";

  private final Optional<Set<String>> kept;
  private final boolean highlights;

  RecordCut(Presentation presentation) {
    kept = presentation.fields();
    highlights = presentation.highlight();
  }

  /**
   * Writes one record.
   *
   * @param pieces of the record as it was published
   */
  void write(List<BytesRef> pieces, Highlights found, OutputStream out) throws IOException {
    List<ByteArrayInputStream> streams =
        pieces.stream()
            .map(piece -> new ByteArrayInputStream(piece.bytes, piece.offset, piece.length))
            .toList();
    try (JsonParser record =
            ASCII.createParser(
                ObjectReadContext.empty(),
                new SequenceInputStream(Collections.enumeration(streams)));
        JsonGenerator cut =
            ASCII.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      record.nextToken();
      cut.writeStartObject();
      while (record.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = record.currentName();
        record.nextToken();
        if (kept.isEmpty() || kept.get().contains(key)) {
          cut.writeName(key);
          cut.copyCurrentStructure(record);
        } else {
          record.skipChildren();
        }
      }
      if (highlights) {
        write(found, cut);
      }
      cut.writeEndObject();
    }
  }

  private static void write(Highlights found, JsonGenerator json) {
    json.writeObjectPropertyStart(HIGHLIGHT);
    for (Map.Entry<String, List<String>> field : found.passages().entrySet()) {
      json.writeArrayPropertyStart(field.getKey());
      field.getValue().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
