package dev.packhouse.generator.spec;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import dev.packhouse.generator.model.SemanticVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one format version. Safe for any number of threads. */
public final class Schemas {
  private static final Map<SemanticVersion, Schemas> BY_VERSION = new ConcurrentHashMap<>();

  /** Where the library believes the schemas are; nothing is ever fetched. */
  private static final String ROOT = "spec:///";

  private static final String ENDING = ".json";
  private static final String REFERENCES = "references";

  /** Their subject is a key of the object at the path, not the object. */
  private static final Set<String> ABOUT_A_KEY =
      Set.of("required", "additionalProperties", "dependentRequired");

  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .format(new Reference("relative-path", References::leadsToFile))
          .format(new Reference("data-stream-name", References::namesDataStream))
          .build();

  private final SemanticVersion version;
  private final SchemaRegistry registry;
  private final Map<String, JsonNode> nodes = new ConcurrentHashMap<>();

  private Schemas(SemanticVersion version) {
    this.version = version;
    registry =
        SchemaRegistry.withDialect(
            DIALECT,
            builder ->
                builder
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .losslessNarrowing(true)
                            .regularExpressionFactory(Schemas::regularExpression)
                            .build())
                    .schemas(iri -> node(name(iri)).toString()));
  }

  public static Schemas of(SemanticVersion version) {
    return BY_VERSION.computeIfAbsent(version, Schemas::new);
  }

  /**
   * Everything in which content differs from a schema. Of alternatives that all fail, what keeps it
   * from the nearest one.
   *
   * @param name of the schema, as a layout gives it
   */
  public List<Mismatch> check(String name, JsonNode content, References references) {
    Schema schema = registry.getSchema(SchemaLocation.of(ROOT + name + ENDING));
    List<Error> errors =
        schema.validate(
            content,
            (ExecutionContext context) ->
                context.getCollectorContext().put(REFERENCES, references));
    return joined(NearestAlternative.of(errors).stream().map(this::mismatch).toList());
  }

  /** Of a value that may be of one kind or another, the kinds are told together. */
  private static List<Mismatch> joined(List<Mismatch> mismatches) {
    Map<List<Object>, Mismatch> kinds = new HashMap<>();
    for (Mismatch mismatch : mismatches) {
      if (mismatch.isAboutKind()) {
        kinds.merge(mismatch.path(), mismatch, Mismatch::or);
      }
    }
    return mismatches.stream()
        .map(it -> it.isAboutKind() ? kinds.getOrDefault(it.path(), it) : it)
        .distinct()
        .toList();
  }

  /** The expressions are those of RE2: matched in linear time, whatever the text. */
  private static RegularExpression regularExpression(String text) {
    Pattern pattern = Pattern.compile(text);
    return value -> pattern.matcher(value).find();
  }

  private Mismatch mismatch(Error error) {
    String name = name(error.getSchemaLocation().getAbsoluteIri().toString());
    NodePath keyword = error.getSchemaLocation().getFragment();
    Optional<String> key =
        ABOUT_A_KEY.contains(error.getKeyword())
            ? Optional.of(error.getArguments()[0].toString())
            : Optional.empty();
    return new Mismatch(
        error.getKeyword(),
        elements(error.getInstanceLocation()),
        key,
        Optional.ofNullable(error.getSchemaNode()).orElse(MissingNode.getInstance()),
        around(keyword, node(name)),
        key.map(it -> property(around(keyword, node(name)), it, name))
            .orElse(MissingNode.getInstance()),
        key.flatMap(it -> elsewhere(around(keyword, data(name)).path("properties").path(it))));
  }

  /** What a schema says of a key, with what that refers to. */
  private JsonNode property(JsonNode schema, String key, String file) {
    JsonNode property = schema.path("properties").path(key);
    String reference = property.path("$ref").asString("");
    if (reference.isEmpty()) {
      return property;
    }
    int hash = reference.indexOf('#');
    String other = hash == 0 ? file : reference.substring(1, hash).replace(ENDING, "");
    JsonNode target = node(other).at(reference.substring(hash + 1));
    return target instanceof ObjectNode object && property instanceof ObjectNode own
        ? object.deepCopy().setAll(own)
        : property;
  }

  /** The versions for which the data has a key, where that are not all. */
  private static Optional<Span> elsewhere(JsonNode property) {
    return Optional.of(Span.of(property)).filter(span -> !span.equals(Span.ALWAYS));
  }

  /** The schema that has a keyword. */
  private static JsonNode around(NodePath keyword, JsonNode file) {
    JsonNode found = file;
    for (int i = 0; i < keyword.getNameCount() - 1; i++) {
      found =
          found.isArray() && keyword.getElement(i) instanceof Number number
              ? found.path(number.intValue())
              : found.path(keyword.getName(i));
    }
    return found;
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>(path.getNameCount());
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }

  private JsonNode node(String name) {
    return nodes.computeIfAbsent(name, it -> VersionedSchema.at(version, data(it)));
  }

  private static JsonNode data(String name) {
    return SpecData.read("schema/" + name);
  }

  private static String name(String iri) {
    return iri.substring(ROOT.length(), iri.length() - ENDING.length());
  }

  /** A text that names something in the package. */
  private record Reference(String name, BiPredicate<References, String> leads) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return leads.test((References) context.getCollectorContext().get(REFERENCES), value);
    }
  }
}
