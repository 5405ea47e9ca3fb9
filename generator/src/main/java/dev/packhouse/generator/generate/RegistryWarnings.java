package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import java.util.List;

/** What a registry would say of a package besides the spec: the verdict is the spec's. */
final class RegistryWarnings {
  private RegistryWarnings() {}

  /** Those of the registry's findings that those of the spec do not say. */
  static List<Finding> of(List<Finding> spec, List<Finding> registry) {
    Said said = Said.of(spec);
    return registry.stream().map(Finding::asWarning).filter(it -> !said.covers(it)).toList();
  }
}
