package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.SpecValidator;
import java.io.IOException;
import java.util.List;

/** What packages are held against. */
public enum Profile {
  /** The package spec: what authors keep to. */
  SPEC,

  /** What a registry cannot do without: what is published has kept to less than the spec. */
  REGISTRY;

  /** Holds one package after the other against it, or several at once. */
  @FunctionalInterface
  interface Check {
    List<Finding> findings(RawPackage raw) throws IOException;
  }

  /** For the packages of one run. */
  Check check() {
    return switch (this) {
      case SPEC -> new SpecValidator()::validate;
      case REGISTRY -> raw -> PackageValidator.validate(raw).findings();
    };
  }
}
