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

  List<Finding> findings(RawPackage raw) throws IOException {
    return switch (this) {
      case SPEC -> SpecValidator.validate(raw);
      case REGISTRY -> PackageValidator.validate(raw).findings();
    };
  }
}
