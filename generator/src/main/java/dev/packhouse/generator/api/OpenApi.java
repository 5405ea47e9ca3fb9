package dev.packhouse.generator.api;

import dev.packhouse.generator.api.EndpointAnswer.Content;
import dev.packhouse.generator.model.AsciiJson;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.RecordShapes;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table as an OpenAPI 3.1 document: what {@code /openapi.json} answers. */
public final class OpenApi {
  private static final String VERSION = "3.1.0";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String DESCRIPTION =
      """
      The HTTP interface of a package registry. HEAD is answered as GET without a body. Any other \
      path is answered with 404, or with 301 where it only lacks or has too much of a slash. \
      Unknown parameters are ignored, unless the server is told otherwise. Records may have more \
      keys than are described here. A plain file host that holds the generated files answers \
      without looking at parameters, and has no `/search`, `/categories` and `/health`, but their \
      answers without parameters as `/search.json` and `/categories.json`.\
      """;

  private OpenApi() {}

  /** In ASCII; the same bytes for the same release. */
  public static byte[] json() {
    return AsciiJson.bytes(document());
  }

  private static ObjectNode document() {
    ObjectNode document = NODES.objectNode().put("openapi", VERSION);
    document
        .putObject("info")
        .put("title", "Packhouse")
        .put("version", Product.version())
        .put("description", DESCRIPTION);
    // Beside this document, whatever prefix is before both.
    document.putArray("servers").addObject().put("url", ".");
    ObjectNode paths = document.putObject("paths");
    for (Endpoint endpoint : Endpoint.values()) {
      for (String path : endpoint.paths()) {
        ObjectNode get = paths.putObject(path).putObject("get");
        if (path.equals(endpoint.path())) {
          get.put("operationId", endpoint.name().toLowerCase(Locale.ROOT));
        }
        describe(endpoint, get);
      }
    }
    document.putObject("components").set("schemas", RecordSchemas.components());
    return document;
  }

  private static void describe(Endpoint endpoint, ObjectNode operation) {
    operation.put("summary", endpoint.summary());
    if (!endpoint.pathParameters().isEmpty() || !endpoint.queryParameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      endpoint.pathParameters().forEach(it -> describe(it, parameters.addObject()));
      endpoint.queryParameters().forEach(it -> describe(it, parameters.addObject()));
    }
    ObjectNode responses = operation.putObject("responses");
    for (EndpointAnswer answer : endpoint.answers()) {
      describe(answer, responses.putObject(Integer.toString(answer.status())));
    }
    ObjectNode other = responses.putObject("default").put("description", "Another error.");
    describe(new Content("text/plain", AnswerBody.LINE), other.putObject("content"));
  }

  private static void describe(PathParameter parameter, ObjectNode to) {
    to.put("name", parameter.name())
        .put("in", "path")
        .put("required", true)
        .put("description", parameter.description());
    to.putObject("schema").put("type", "string");
    to.put("example", parameter.example());
  }

  private static void describe(QueryParameter parameter, ObjectNode to) {
    to.put("name", parameter.name()).put("in", "query").put("description", parameter.description());
    ObjectNode schema = schema(parameter.kind());
    parameter.fallback().ifPresent(text -> put(schema, "default", parameter.kind(), text));
    to.set("schema", schema);
    switch (parameter.kind()) {
      case TEXTS -> {
        to.put("explode", false);
        ArrayNode example = to.putArray("example");
        for (String text : parameter.example().split(",", -1)) {
          example.add(text);
        }
      }
      case DISCOVERY -> to.putArray("example").add(parameter.example());
      case TEXT, COUNT, FLAG, VERSION, NUMBER, SPEC_VERSION ->
          put(to, "example", parameter.kind(), parameter.example());
    }
  }

  private static ObjectNode schema(ValueKind kind) {
    ObjectNode text = NODES.objectNode().put("type", "string");
    return switch (kind) {
      case TEXT, VERSION -> text;
      case COUNT ->
          NODES.objectNode().put("type", "integer").put("minimum", 1).put("maximum", 10_000);
      case FLAG -> NODES.objectNode().put("type", "boolean");
      case NUMBER -> NODES.objectNode().put("type", "integer").put("minimum", 0);
      case SPEC_VERSION -> text.put("pattern", "^[^.]+\\.[^.]+$");
      case TEXTS -> RecordSchemas.list(text);
      case DISCOVERY -> RecordSchemas.list(text.put("pattern", "^(fields|datasets):"));
    };
  }

  private static void put(ObjectNode to, String key, ValueKind kind, String text) {
    switch (kind) {
      case FLAG -> to.put(key, Boolean.parseBoolean(text));
      case COUNT, NUMBER -> to.put(key, Long.parseLong(text));
      case TEXT, VERSION, SPEC_VERSION, TEXTS, DISCOVERY -> to.put(key, text);
    }
  }

  private static void describe(EndpointAnswer answer, ObjectNode to) {
    to.put("description", answer.description());
    if (!answer.contents().isEmpty()) {
      ObjectNode contents = to.putObject("content");
      answer.contents().forEach(content -> describe(content, contents));
    }
  }

  private static void describe(Content content, ObjectNode contents) {
    ObjectNode media = contents.putObject(content.mediaType());
    schema(content.body()).ifPresent(schema -> media.set("schema", schema));
  }

  /** Nothing for bytes, as OpenAPI 3.1 has it. */
  private static Optional<ObjectNode> schema(AnswerBody body) {
    return switch (body) {
      case SERVICE -> Optional.of(RecordSchemas.reference(RecordShapes.SERVICE));
      case SEARCH_RECORDS -> Optional.of(listOf(RecordShapes.SHORT));
      case FACETS -> Optional.of(RecordSchemas.reference(RecordShapes.FACETS));
      case SUGGESTIONS -> Optional.of(listOf(RecordShapes.SUGGESTION));
      case CATEGORIES -> Optional.of(listOf(RecordShapes.CATEGORY));
      case CHANGES -> Optional.of(listOf(RecordShapes.CHANGE));
      case PACKAGE_RECORD -> Optional.of(RecordSchemas.reference(RecordShapes.FULL));
      case LINE -> Optional.of(NODES.objectNode().put("type", "string"));
      case OPENAPI -> Optional.of(NODES.objectNode().put("type", "object"));
      case BYTES -> Optional.empty();
    };
  }

  private static ObjectNode listOf(RecordShape shape) {
    return RecordSchemas.list(RecordSchemas.reference(shape));
  }
}
