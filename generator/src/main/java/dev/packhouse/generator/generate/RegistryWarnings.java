package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import java.util.List;

/** What a registry would say of a package besides the spec: the verdict is the spec's. */
final class RegistryWarnings {
  private static final String REFUSED = "A registry would refuse the package.";

  private RegistryWarnings() {}

  /** Those of the registry's findings that those of the spec do not say. */
  static List<Finding> of(List<Finding> spec, List<Finding> registry) {
    Said said = Said.of(spec);
    return registry.stream()
        .filter(it -> !said.covers(it.asWarning()))
        .map(RegistryWarnings::warning)
        .toList();
  }

  private static Finding warning(Finding finding) {
    return finding.isError() ? finding.asWarning().saying(REFUSED) : finding.asWarning();
  }
}
