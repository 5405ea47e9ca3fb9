package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Set;

/** Dashboards hold their panels themselves, and do not refer to them. */
final class PanelByReferenceRule implements SpecRule {
  private static final Set<String> PANELS = Set.of("lens", "map", "visualization");

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT).strictSince("3.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    boolean isStrict = scope().isStrict(subject.formatVersion().version());
    for (Element dashboard : SavedObjects.dashboards(subject, findings)) {
      for (SavedReference reference : SavedReference.of(dashboard, findings)) {
        if (PANELS.contains(reference.type())) {
          report(reference, isStrict, findings);
        }
      }
    }
  }

  private static void report(SavedReference reference, boolean isStrict, Findings findings) {
    findings.errorIf(
        isStrict,
        "dashboard.panel.by_reference",
        reference.element(),
        "The dashboard refers to the %s %s instead of holding it."
            .formatted(reference.type(), reference.id()),
        "Unlink the panel from the library in Kibana, and export the dashboard again.");
  }
}
