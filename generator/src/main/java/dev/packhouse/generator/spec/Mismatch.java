package dev.packhouse.generator.spec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One way in which content differs from its schema.
 *
 * @param keyword of JSON Schema that does not hold
 * @param path keys and numbers that lead to the value that is wrong
 * @param key that is missing in the object there, or should not be in it; empty for other keywords
 * @param wanted what the schema says for the keyword
 * @param schema that has the keyword
 * @param property what the schema says of the key; missing where there is none
 * @param elsewhere the format versions that know the key which this one does not
 */
public record Mismatch(
    String keyword,
    List<Object> path,
    Optional<String> key,
    JsonNode wanted,
    JsonNode schema,
    JsonNode property,
    Optional<Span> elsewhere) {
  public Mismatch {
    path = List.copyOf(path);
  }

  /** Of the place only: a schema takes long to hash, and there may be thousands of one. */
  @Override
  public int hashCode() {
    return Objects.hash(keyword, path, key);
  }

  boolean isAboutKind() {
    return keyword.equals("type");
  }

  /** The same, where a value of the other's kind would do as well. */
  Mismatch or(Mismatch other) {
    ArrayNode kinds = JsonNodeFactory.instance.arrayNode();
    Stream.of(wanted, other.wanted)
        .flatMap(kind -> kind.isArray() ? kind.valueStream() : Stream.of(kind))
        .distinct()
        .forEach(kinds::add);
    return new Mismatch(keyword, path, key, kinds, schema, property, elsewhere);
  }

  /** The code that the schema gives its findings, if it has one. */
  public Optional<String> code() {
    return text("code");
  }

  /** What the value is for, in a sentence. */
  public Optional<String> description() {
    return text("description");
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(schema.path(key).asString(null));
  }
}
