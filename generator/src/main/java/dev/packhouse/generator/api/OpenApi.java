package dev.packhouse.generator.api;

import dev.packhouse.generator.api.EndpointAnswer.Content;
import dev.packhouse.generator.api.ValueKind.Choice;
import dev.packhouse.generator.api.ValueKind.Choices;
import dev.packhouse.generator.api.ValueKind.Cursor;
import dev.packhouse.generator.api.ValueKind.Discovery;
import dev.packhouse.generator.api.ValueKind.Flag;
import dev.packhouse.generator.api.ValueKind.SpecVersion;
import dev.packhouse.generator.api.ValueKind.Text;
import dev.packhouse.generator.api.ValueKind.Texts;
import dev.packhouse.generator.api.ValueKind.Version;
import dev.packhouse.generator.api.ValueKind.WholeNumber;
import dev.packhouse.generator.model.AsciiJson;
import dev.packhouse.generator.model.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table as an OpenAPI 3.1 document: what {@code /openapi.json} answers. */
public final class OpenApi {
  private static final String VERSION = "3.1.0";

  private static final String TAG = "[0-9A-Za-z-]+";

  private static final String VERSION_PATTERN =
      "^v?[0-9]+(\\.[0-9]+){0,2}(-T(\\.T)*)?(\\+T(\\.T)*)?$".replace("T", TAG);

  private static final String SPEC_VERSION_PATTERN =
      "^v?[0-9]+\\.[0-9]+(-T)?(\\+T)?$".replace("T", TAG);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String DESCRIPTION =
      """
      The HTTP interface of a package registry. HEAD is answered as GET without a body. Any other \
      path is answered with 404, or with 301 where it only lacks or has too much of a slash. \
      Unknown parameters are ignored, unless the server is told otherwise; of a parameter that is \
      given more than once the first value counts, save of `discovery`, and an empty one counts as \
      none. Flags may also be `1`, `t`, `T`, `TRUE`, `True`, `0`, `f`, `F`, `FALSE` and `False`. \
      Records may have more keys than are described here. A plain file host that holds the generated files answers \
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
        get.put("operationId", operationId(endpoint, path));
        describe(endpoint, path, get);
      }
    }
    document.putObject("components").set("schemas", RecordSchemas.components());
    return document;
  }

  /** What generated clients call it: each path is an operation of its own there. */
  private static String operationId(Endpoint endpoint, String path) {
    String name = endpoint.name().toLowerCase(Locale.ROOT);
    if (path.equals(endpoint.path())) {
      return name;
    }
    return path.startsWith("/revisions/") ? name + "_of_revision" : name + "_start";
  }

  private static void describe(Endpoint endpoint, String path, ObjectNode operation) {
    operation.put("summary", endpoint.summary());
    List<PathParameter> ofPath = endpoint.pathParameters(path);
    if (!ofPath.isEmpty() || !endpoint.queryParameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      ofPath.forEach(it -> describe(it, parameters.addObject()));
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
      case Texts(), Choices(List<String> _) -> {
        to.put("explode", false);
        ArrayNode example = to.putArray("example");
        for (String text : parameter.example().split(",", -1)) {
          example.add(text);
        }
      }
      case Discovery() -> to.putArray("example").add(parameter.example());
      case Text(),
          Flag(),
          WholeNumber(long _, long _),
          Version(),
          SpecVersion(),
          Choice(List<String> _),
          Cursor() ->
          put(to, "example", parameter.kind(), parameter.example());
    }
  }

  private static ObjectNode schema(ValueKind kind) {
    ObjectNode text = NODES.objectNode().put("type", "string");
    return switch (kind) {
      case Text() -> text;
      case Flag() -> NODES.objectNode().put("type", "boolean");
      case WholeNumber(long least, long most) ->
          NODES
              .objectNode()
              .put("type", "integer")
              .put("format", most > Integer.MAX_VALUE ? "int64" : "int32")
              .put("minimum", least)
              .put("maximum", most);
      case Version() -> text.put("maxLength", 256).put("pattern", VERSION_PATTERN);
      case SpecVersion() -> text.put("pattern", SPEC_VERSION_PATTERN);
      case Choice(List<String> values) -> oneOf(values, text);
      case Texts() -> RecordSchemas.list(text);
      case Choices(List<String> values) -> RecordSchemas.list(oneOf(values, text));
      case Discovery() -> RecordSchemas.list(text.put("pattern", "^(fields|datasets):"));
      case Cursor() -> text.put("pattern", "^[A-Za-z0-9_-]{16}$");
    };
  }

  private static ObjectNode oneOf(List<String> values, ObjectNode text) {
    ArrayNode all = text.putArray("enum");
    values.forEach(all::add);
    return text;
  }

  private static void put(ObjectNode to, String key, ValueKind kind, String text) {
    switch (kind) {
      case Flag() -> to.put(key, Boolean.parseBoolean(text));
      case WholeNumber(long _, long _) -> to.put(key, Long.parseLong(text));
      case Text(),
          Version(),
          SpecVersion(),
          Choice(List<String> _),
          Texts(),
          Choices(List<String> _),
          Discovery(),
          Cursor() ->
          to.put(key, text);
    }
  }

  private static void describe(EndpointAnswer answer, ObjectNode to) {
    to.put("description", answer.description());
    if (!answer.headers().isEmpty()) {
      ObjectNode headers = to.putObject("headers");
      for (AnswerHeader header : answer.headers()) {
        ObjectNode described = headers.putObject(header.name());
        described.put("description", header.description());
        described.putObject("schema").put("type", "string");
      }
    }
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
      case LINE -> Optional.of(NODES.objectNode().put("type", "string"));
      case OPENAPI -> Optional.of(NODES.objectNode().put("type", "object"));
      case BYTES -> Optional.empty();
      case SERVICE, SEARCH_RECORDS, FACETS, SUGGESTIONS, CATEGORIES, PACKAGE_RECORD, CHANGES ->
          body.shape()
              .map(RecordSchemas::reference)
              .map(object -> body.isList() ? RecordSchemas.list(object) : object);
    };
  }
}
