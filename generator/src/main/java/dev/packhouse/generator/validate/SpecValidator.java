package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.Layouts;
import dev.packhouse.generator.validate.rule.Findings;
import dev.packhouse.generator.validate.rule.SpecRule;
import dev.packhouse.generator.validate.rule.SpecRules;
import dev.packhouse.generator.validate.rule.SpecSubject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Says whether packages follow the package spec. What it learns of a content it knows when it meets
 * the same again. Safe for any number of threads.
 */
public final class SpecValidator {
  private final Layouts layouts = new Layouts();
  private final GoodContent good;

  public SpecValidator() {
    this(new GoodContent());
  }

  SpecValidator(GoodContent good) {
    this.good = good;
  }

  /**
   * Everything that is wrong is found at once, not only the first.
   *
   * @return sorted by file and place
   * @throws IOException if a file of the package cannot be read
   */
  public List<Finding> validate(RawPackage raw) throws IOException {
    Findings findings = new Findings(raw);
    findings.addAll(raw.findings());
    Optional<SpecSubject> subject =
        findings.hasErrors() ? Optional.empty() : new SubjectReader(raw, layouts, findings).read();
    if (subject.isPresent()) {
      check(subject.get(), findings);
    }
    return findings.sorted();
  }

  private void check(SpecSubject subject, Findings findings) throws IOException {
    FileCheck files = new FileCheck(subject, good, findings);
    if (!new LayoutCheck(subject, files, findings).run()) {
      // Rules would take long to read so many files.
      return;
    }
    for (SpecRule rule : SpecRules.all()) {
      if (rule.scope().includes(subject.type(), subject.formatVersion().version())) {
        rule.check(subject, findings);
      }
    }
  }
}
