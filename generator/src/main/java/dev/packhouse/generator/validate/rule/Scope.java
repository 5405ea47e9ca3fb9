package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.PackageType;
import dev.packhouse.generator.spec.Span;
import java.util.EnumSet;
import java.util.Set;

/**
 * For which packages a rule of the spec holds, and how severely. Where nothing else is said, what
 * it finds is an error.
 *
 * @param types of packages
 * @param span of format versions
 * @param strict format versions in which what it finds is an error; in others it is a warning
 */
public record Scope(Set<PackageType> types, Span span, Span strict) {
  public Scope {
    types = Set.copyOf(types);
  }

  /** Every package. */
  static Scope everywhere() {
    return new Scope(EnumSet.allOf(PackageType.class), Span.ALWAYS, Span.ALWAYS);
  }

  /** Packages of these types. */
  static Scope of(PackageType first, PackageType... others) {
    return new Scope(EnumSet.of(first, others), Span.ALWAYS, Span.ALWAYS);
  }

  /** Only from this format version on. */
  Scope since(String version) {
    return new Scope(types, Span.since(version), strict);
  }

  /** Only a warning before this format version. */
  Scope strictSince(String version) {
    return new Scope(types, span, Span.since(version));
  }

  boolean isStrict(SemanticVersion formatVersion) {
    return strict.includes(formatVersion);
  }

  public boolean includes(PackageType type, SemanticVersion formatVersion) {
    return types.contains(type) && span.includes(formatVersion);
  }
}
