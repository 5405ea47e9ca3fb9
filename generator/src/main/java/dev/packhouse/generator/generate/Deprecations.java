package dev.packhouse.generator.generate;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code deprecated} block of a package's newest version that has one stands in the records of
 * all its versions. So those few versions are looked at before any record is written.
 */
final class Deprecations {
  private final Map<String, ObjectNode> blocks = new HashMap<>();

  private Deprecations() {}

  static Deprecations of(List<FoundPackage> packages, Intake intake, Optional<SpecCheck> spec)
      throws IOException {
    Map<String, RegistryPackage> newest = new HashMap<>();
    for (FoundPackage candidate : packages) {
      if (candidate.deprecates() && Unsigned.finding(candidate.source(), intake).isEmpty()) {
        accepted(candidate, intake, spec)
            .filter(it -> it.deprecated().isPresent())
            .ifPresent(it -> newest.merge(it.id().name(), it, Deprecations::newer));
      }
    }
    Deprecations deprecations = new Deprecations();
    newest.forEach(
        (name, it) -> it.deprecated().ifPresent(block -> deprecations.blocks.put(name, block)));
    return deprecations;
  }

  Optional<ObjectNode> find(String name) {
    return Optional.ofNullable(blocks.get(name));
  }

  private static RegistryPackage newer(RegistryPackage one, RegistryPackage other) {
    return one.id().compareTo(other.id()) > 0 ? one : other;
  }

  private static Optional<RegistryPackage> accepted(
      FoundPackage candidate, Intake intake, Optional<SpecCheck> spec) throws IOException {
    try (RawPackage raw = PackageReader.read(candidate.source())) {
      return PackageValidator.validate(raw, intake.strictness())
                  instanceof Validation.Accepted(var accepted, var findings)
              && (spec.isEmpty() || !spec.get().judge(raw, findings).hasErrors())
          ? Optional.of(accepted)
          : Optional.empty();
    } catch (UnreadableFileException toldLater) {
      return Optional.empty();
    }
  }
}
