package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.validate.rule.Findings;

/** A package has a README, which clients show first. */
final class ReadmeRule implements Rule {
  private static final String README = "docs/README.md";

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.raw().folders().contains(README)) {
      findings.error(
          "readme.file.invalid",
          README,
          "docs/README.md is a folder.",
          "Put a file in its place that says what the package is.");
    } else if (!subject.raw().files().containsKey(README)) {
      findings.error(
          "readme.file.missing",
          README,
          "The package has no docs/README.md.",
          "Add one that says what the package is and how it is set up.");
    }
  }
}
