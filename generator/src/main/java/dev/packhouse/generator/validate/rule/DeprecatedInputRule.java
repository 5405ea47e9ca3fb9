package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.util.List;

/** A package none of whose inputs should be used any more should not be used either. */
final class DeprecatedInputRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    List<Element> inputs =
        subject.policyTemplates().stream()
            .flatMap(template -> template.items("inputs").stream())
            .toList();
    boolean allDeprecated =
        !inputs.isEmpty()
            && inputs.stream().allMatch(input -> input.find("deprecated").isPresent());
    if (allDeprecated && subject.manifest().find("deprecated").isEmpty()) {
      findings.error(
          "manifest.deprecated.missing",
          inputs.getLast(),
          "deprecated",
          "All inputs are deprecated, but the package is not.",
          "Add deprecated to the manifest, or keep an input.");
    }
  }
}
