package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;

/** Tags of saved objects need a Kibana that reads them. */
final class TagKibanaRule implements SpecRule {
  private static final String TAGS = "kibana/tags.yml";
  private static final String LOWEST = "8.10.0";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT).strictSince("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    KibanaCondition condition = KibanaCondition.of(subject);
    if (!subject.raw().files().containsKey(TAGS) || condition.startsAt(LOWEST)) {
      return;
    }
    findings.errorIf(
        scope().isStrict(subject.formatVersion().version()),
        "tags.kibana_version.low",
        condition.element(),
        "Tags in " + TAGS + " need Kibana " + LOWEST + " or later.",
        KibanaCondition.fix(LOWEST));
  }
}
