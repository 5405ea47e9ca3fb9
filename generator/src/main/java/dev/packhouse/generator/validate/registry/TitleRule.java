package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;

/** A package tells people what it is. */
final class TitleRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    Required required = new Required(subject, findings);
    required.text(RawPackage.MANIFEST, subject.record(), "title", "manifest.title");
    required.text(RawPackage.MANIFEST, subject.record(), "description", "manifest.description");
  }
}
