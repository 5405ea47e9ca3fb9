package dev.packhouse.server;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.packhouse.generator.api.OpenApi;
import dev.packhouse.server.query.QueryString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document, read as a client would, but more strictly: objects that are described have
 * no keys but those.
 */
final class ApiDescription {
  private static final String SCHEMAS = "#/components/schemas/";

  /** What EPR's clients send in vain, and the recordings to see what becomes of it. */
  private static final Set<String> UNKNOWN_EVERYWHERE = Set.of("unknown_param", "a");

  /** Headers that clients have to follow. */
  private static final List<String> LEADING = List.of("Link", "Location");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document = JsonMapper.shared().readTree(OpenApi.json());
  private final Set<String> parameters = parameters(document);
  private final Map<String, Schema> schemas = new HashMap<>();

  /** Answers to searches share most of their records. */
  private final Map<String, Set<JsonNode>> found = new HashMap<>();

  ApiDescription() {
    close(document);
  }

  /** What in a recorded answer the document does not say; empty where it says all. */
  List<String> differences(JsonNode row) {
    String[] target = row.get("request").asString().split("\\?", 2);
    Optional<JsonNode> operation = operation(target[0]);
    int status = row.get("status").asInt();
    if (operation.isEmpty()) {
      return status == 301 || status == 404 ? List.of() : List.of("a path that is not described");
    }
    List<String> differences = new ArrayList<>();
    if (target.length > 1) {
      unknownParameters(operation.get(), target[1]).forEach(differences::add);
    }
    JsonNode response = operation.get().path("responses").path(Integer.toString(status));
    if (response.isMissingNode()) {
      differences.add("status " + status);
    } else if (status != 301) { // what stands in its body is for people
      contentDifferences(response.path("content"), row).forEach(differences::add);
    }
    LEADING.stream()
        .filter(header -> row.path("headers").has(header) && !response.path("headers").has(header))
        .map(header -> "header " + header)
        .forEach(differences::add);
    return differences;
  }

  /** All paths that are described. */
  Set<String> templates() {
    return Set.copyOf(document.path("paths").propertyNames());
  }

  /** That of the paths by which a path is described: of several the one with the fewest braces. */
  Optional<String> template(String path) {
    return templates().stream()
        .filter(template -> pattern(template).matcher(path).matches())
        .min(Comparator.comparingLong(template -> template.chars().filter(c -> c == '{').count()));
  }

  /** Whether a value of a query parameter is described as a right one. */
  boolean admits(String path, String parameter, String value) {
    JsonNode schema =
        document
            .path("paths")
            .path(path)
            .path("get")
            .path("parameters")
            .valueStream()
            .filter(it -> it.path("name").asString().equals(parameter))
            .map(it -> it.path("schema"))
            .findFirst()
            .orElseThrow();
    return validator(schema).validate(typed(schema.path("type").asString(), value)).isEmpty();
  }

  /** What is said of an answer. */
  String text(String path, int status) {
    return document
        .path("paths")
        .path(path)
        .path("get")
        .path("responses")
        .path(Integer.toString(status))
        .path("description")
        .asString();
  }

  private static JsonNode typed(String type, String value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (type) {
      case "integer" ->
          value.matches("-?[0-9]+")
              ? nodes.numberNode(new BigInteger(value))
              : nodes.stringNode(value);
      case "boolean" ->
          Set.of("true", "false").contains(value)
              ? nodes.booleanNode(Boolean.parseBoolean(value))
              : nodes.stringNode(value);
      case "array" -> {
        ArrayNode list = nodes.arrayNode();
        Stream.of(value.split(",", -1)).forEach(list::add);
        yield list;
      }
      default -> nodes.stringNode(value);
    };
  }

  private Optional<JsonNode> operation(String path) {
    return template(path).map(template -> document.path("paths").path(template).path("get"));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        template.replace(".", "\\.").replace("{path}", ".+").replaceAll("\\{[a-z]+\\}", "[^/]+"));
  }

  private Stream<String> unknownParameters(JsonNode operation, String rawQuery) {
    Set<String> here = names(operation);
    return QueryString.parse(rawQuery).names().stream()
        .filter(name -> !here.contains(name))
        // A parameter of another endpoint is sent in vain, too.
        .filter(name -> !parameters.contains(name) && !UNKNOWN_EVERYWHERE.contains(name))
        .map(name -> "parameter " + name);
  }

  private Stream<String> contentDifferences(JsonNode contents, JsonNode row) {
    String type = row.path("content_type").asString("").replaceFirst(";.*", "");
    if (type.isEmpty()) {
      return contents.isMissingNode() ? Stream.of() : Stream.of("no media type");
    }
    JsonNode content = contents.has(type) ? contents.path(type) : contents.path("*/*");
    if (content.isMissingNode()) {
      return Stream.of("media type " + type);
    }
    boolean isDescribed = content.has("schema") && !row.has("sha256") && !row.has("entries");
    JsonNode body = row.has("json") ? row.path("json") : row.path("text");
    return isDescribed ? schemaDifferences(content.path("schema"), body) : Stream.of();
  }

  private Stream<String> schemaDifferences(JsonNode schema, JsonNode body) {
    if (schema.path("type").asString("").equals("array")) {
      return body.isArray()
          ? body.valueStream().flatMap(item -> schemaDifferences(schema.path("items"), item))
          : Stream.of("no list");
    }
    if (!found.computeIfAbsent(schema.toString(), _ -> new HashSet<>()).add(body)) {
      return Stream.of();
    }
    return validator(schema).validate(body).stream().map(Error::toString);
  }

  private Schema validator(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema.toString(),
        text -> {
          ObjectNode whole = JsonMapper.shared().createObjectNode();
          whole.setAll((ObjectNode) schema);
          whole.set("$defs", document.path("components").path("schemas"));
          return registry.getSchema(
              JsonMapper.shared().readTree(whole.toString().replace(SCHEMAS, "#/$defs/")));
        });
  }

  private static Set<String> parameters(JsonNode document) {
    Set<String> all = new HashSet<>();
    document.path("paths").forEach(path -> all.addAll(names(path.path("get"))));
    return all;
  }

  private static Set<String> names(JsonNode operation) {
    Set<String> names = new HashSet<>();
    operation.path("parameters").forEach(it -> names.add(it.path("name").asString()));
    return names;
  }

  private static void close(JsonNode node) {
    node.forEach(ApiDescription::close);
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
  }
}
