package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.SemanticVersion;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which versions of Kibana a package says that it works with, and whether these are enough. */
final class KibanaCondition {
  private static final Pattern VERSION = Pattern.compile("(?<![0-9])[0-9]+\\.[0-9]+\\.[0-9]+");

  private final Element manifest;
  private final Optional<Element> condition;

  private KibanaCondition(Element manifest, Optional<Element> condition) {
    this.manifest = manifest;
    this.condition = condition;
  }

  static KibanaCondition of(SpecSubject subject) {
    return new KibanaCondition(subject.manifest(), subject.condition("kibana", "version"));
  }

  /** Whether it names no version below one; one that says nothing lets all pass. */
  boolean startsAt(String lowest) {
    SemanticVersion floor = parse(lowest).orElseThrow();
    String text = condition.flatMap(Element::text).orElse("");
    return !text.isEmpty()
        && VERSION
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .map(KibanaCondition::parse)
            .allMatch(version -> version.isPresent() && version.get().compareTo(floor) >= 0);
  }

  /** What to do where a Kibana is admitted that is too old. */
  static String fix(String lowest) {
    return "Write conditions.kibana.version: ^" + lowest + " or a later version.";
  }

  /** What a finding is about: the condition, or the object that should have it. */
  Element element() {
    return condition.or(() -> manifest.find("conditions")).orElse(manifest);
  }

  private static Optional<SemanticVersion> parse(String text) {
    return SemanticVersion.parse(text).toOptional();
  }
}
