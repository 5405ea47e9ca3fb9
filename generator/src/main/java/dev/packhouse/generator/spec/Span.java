package dev.packhouse.generator.spec;

import dev.packhouse.generator.model.SemanticVersion;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A run of format versions.
 *
 * @param since the first one; empty for all from the beginning
 * @param until the first one that is not in it any more; empty for all to come
 */
public record Span(Optional<SemanticVersion> since, Optional<SemanticVersion> until) {
  public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

  static final String SINCE = "since";
  static final String UNTIL = "until";

  public static Span since(String version) {
    return new Span(Optional.of(version(version)), Optional.empty());
  }

  public static Span until(String version) {
    return new Span(Optional.empty(), Optional.of(version(version)));
  }

  public boolean includes(SemanticVersion version) {
    return since.stream().allMatch(first -> version.compareTo(first) >= 0)
        && until.stream().allMatch(end -> version.compareTo(end) < 0);
  }

  /** What an object of the data says of itself with {@code since} and {@code until}. */
  static Span of(JsonNode object) {
    return new Span(bound(object, SINCE), bound(object, UNTIL));
  }

  private static Optional<SemanticVersion> bound(JsonNode object, String key) {
    return object.path(key).isString()
        ? Optional.of(version(object.path(key).stringValue()))
        : Optional.empty();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parseStrict(text)
        .toOptional()
        .orElseThrow(() -> new IllegalStateException("no version: " + text));
  }
}
