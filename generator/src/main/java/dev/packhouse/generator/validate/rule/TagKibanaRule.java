package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.PackageType;

/** Tags of saved objects need a Kibana that reads them. */
final class TagKibanaRule implements SpecRule {
  private static final String TAGS = "kibana/tags.yml";
  private static final String LOWEST = "8.10.0";
  private static final SemanticVersion STRICT_SINCE =
      SemanticVersion.parse("3.0.0").toOptional().orElseThrow();

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    KibanaCondition condition = KibanaCondition.of(subject);
    if (!subject.raw().files().containsKey(TAGS) || condition.startsAt(LOWEST)) {
      return;
    }
    String code = "tags.kibana_version.low";
    String message = "Tags in " + TAGS + " need Kibana " + LOWEST + " or later.";
    String fix = "Write conditions.kibana.version: ^" + LOWEST + " or a later version.";
    if (subject.formatVersion().version().compareTo(STRICT_SINCE) < 0) {
      findings.warning(code, condition.element(), message, fix);
    } else {
      findings.error(code, condition.element(), message, fix);
    }
  }
}
