package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RegistryPackage;
import java.util.List;

/** What became of a package: fit to be published, or not, and what its author should know. */
public sealed interface Validation {
  /** Sorted by file and place. */
  List<Finding> findings();

  record Accepted(RegistryPackage accepted, List<Finding> findings) implements Validation {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  record Refused(List<Finding> findings) implements Validation {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
