package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.SpecValidator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What packages are held against. */
public enum Profile {
  /** The package spec: what authors keep to. What a registry would say besides is a warning. */
  SPEC,

  /** What a registry cannot do without: what is published has kept to less than the spec. */
  REGISTRY;

  /** A folder holds more than the spec lets it. */
  private static final String TOO_MANY = "folder.entries_limit";

  /** Holds one package after the other against it, or several at once. */
  @FunctionalInterface
  interface Check {
    List<Finding> findings(RawPackage raw) throws IOException;
  }

  /** For the packages of one run. */
  Check check() {
    return switch (this) {
      case SPEC -> {
        SpecValidator spec = new SpecValidator();
        yield raw -> withRegistry(raw, spec.validate(raw));
      }
      case REGISTRY -> raw -> PackageValidator.validate(raw).findings();
    };
  }

  private static List<Finding> withRegistry(RawPackage raw, List<Finding> spec) throws IOException {
    if (spec.stream().anyMatch(finding -> finding.code().equals(TOO_MANY))) {
      // The spec did not read them either: it would take long.
      return spec;
    }
    List<Finding> registry = PackageValidator.validate(raw).findings();
    return Stream.concat(spec.stream(), RegistryWarnings.of(spec, registry).stream())
        .sorted()
        .toList();
  }
}
