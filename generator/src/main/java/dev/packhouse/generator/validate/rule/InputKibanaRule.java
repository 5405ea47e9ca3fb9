package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.PackageType;

/** Input packages need a Kibana that knows them. */
final class InputKibanaRule implements SpecRule {
  private static final String LOWEST = "8.8.0";
  private static final SemanticVersion FIRST_STABLE =
      SemanticVersion.parse("1.0.0").toOptional().orElseThrow();

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    KibanaCondition condition = KibanaCondition.of(subject);
    if (subject.version().compareTo(FIRST_STABLE) >= 0 && !condition.startsAt(LOWEST)) {
      findings.error(
          "input.kibana_version.low",
          condition.element(),
          "Input packages from version 1.0.0 on need Kibana " + LOWEST + " or later.",
          KibanaCondition.fix(LOWEST));
    }
  }
}
