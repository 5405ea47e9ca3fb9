package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.PackageType;
import dev.packhouse.generator.spec.Span;
import java.util.EnumSet;
import java.util.Set;

/**
 * For which packages a rule of the spec holds.
 *
 * @param types of packages
 * @param span of format versions
 */
public record Scope(Set<PackageType> types, Span span) {
  public Scope {
    types = Set.copyOf(types);
  }

  /** Every package. */
  static Scope everywhere() {
    return new Scope(EnumSet.allOf(PackageType.class), Span.ALWAYS);
  }

  /** Packages of these types. */
  static Scope of(PackageType first, PackageType... others) {
    return new Scope(EnumSet.of(first, others), Span.ALWAYS);
  }

  /** Only from this format version on. */
  Scope since(String version) {
    return new Scope(types, Span.since(version));
  }

  public boolean includes(PackageType type, SemanticVersion formatVersion) {
    return types.contains(type) && span.includes(formatVersion);
  }
}
