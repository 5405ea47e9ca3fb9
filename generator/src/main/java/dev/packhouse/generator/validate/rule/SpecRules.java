package dev.packhouse.generator.validate.rule;

import java.util.List;

/** The rules of the spec, each of which says itself for which packages it holds. */
public final class SpecRules {
  private static final List<SpecRule> ALL = List.of();

  private SpecRules() {}

  public static List<SpecRule> all() {
    return ALL;
  }
}
