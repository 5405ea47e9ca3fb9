package dev.packhouse.server.serve;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON in ASCII: Kibana decodes each chunk of a body by itself, so no character may have more than
 * one byte.
 */
final class JsonText {
  private static final JsonFactory ASCII =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonText() {}

  static byte[] write(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = ASCII.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(json);
    }
    return out.toByteArray();
  }
}
