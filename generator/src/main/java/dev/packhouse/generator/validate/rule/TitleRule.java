package dev.packhouse.generator.validate.rule;

/** A package tells people what it is. */
final class TitleRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    Required required = new Required(subject, findings);
    required.text(Subject.MANIFEST, subject.record(), "title", "manifest.title");
    required.text(Subject.MANIFEST, subject.record(), "description", "manifest.description");
  }
}
