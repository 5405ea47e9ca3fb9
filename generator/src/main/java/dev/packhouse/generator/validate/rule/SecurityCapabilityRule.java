package dev.packhouse.generator.validate.rule;

import java.util.List;
import java.util.Optional;

/** Security rules are of use only where Kibana has the security solution. */
final class SecurityCapabilityRule implements SpecRule {
  private static final String SECURITY = "security";

  @Override
  public Scope scope() {
    return Scope.everywhere().since("2.10.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    List<String> rules = subject.filesMatching("kibana/security_rule/[^/]*\\.json");
    Optional<Element> capabilities = subject.condition("elastic", "capabilities");
    boolean isListed =
        capabilities.stream()
            .flatMap(list -> list.items().stream())
            .anyMatch(it -> it.text().equals(Optional.of(SECURITY)));
    if (!rules.isEmpty() && !isListed) {
      findings.error(
          "manifest.capabilities.missing",
          capabilities.or(() -> subject.manifest().find("conditions")).orElse(subject.manifest()),
          "The package has security rules, but does not require the capability security.",
          "Add security to conditions.elastic.capabilities.");
    }
  }
}
