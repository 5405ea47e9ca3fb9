package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.validate.registry.Rule;
import dev.packhouse.generator.validate.registry.Rules;
import dev.packhouse.generator.validate.registry.Subject;
import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says whether a package may enter a registry. Safe for any number of threads. */
public final class PackageValidator {
  private PackageValidator() {}

  /** With every rule. */
  public static Validation validate(RawPackage raw) throws IOException {
    return validate(raw, Strictness.EVERY_RULE);
  }

  /**
   * Everything that is wrong is found at once, not only the first.
   *
   * @throws IOException if a file of the package cannot be read
   */
  public static Validation validate(RawPackage raw, Strictness strictness) throws IOException {
    Findings findings = new Findings(raw);
    findings.addAll(raw.findings());
    Optional<Subject> subject =
        findings.hasErrors() ? Optional.empty() : new ManifestReader(raw, findings).read();
    if (subject.isPresent()) {
      check(subject.get(), strictness, findings);
    }
    return subject.isEmpty() || findings.hasErrors()
        ? new Validation.Refused(findings.sorted())
        : new Validation.Accepted(RegistryPackage.of(subject.get().record()), findings.sorted());
  }

  private static void check(Subject subject, Strictness strictness, Findings findings)
      throws IOException {
    for (Rule rule : Rules.needed()) {
      rule.check(subject, findings);
    }
    Findings others = new Findings(subject.raw());
    for (Rule rule : Rules.others()) {
      rule.check(subject, others);
    }
    findings.addAll(
        others,
        switch (strictness) {
          case EVERY_RULE -> UnaryOperator.identity();
          case NEEDED_RULES -> Finding::asWarning;
        });
  }
}
