package dev.packhouse.generator.validate.rule;

/** What is promised to be stable does not rest on a format that may still change. */
final class UnreleasedFormatRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.0.1");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    if (subject.isStable() && !subject.formatVersion().released()) {
      findings.error(
          "manifest.format_version.unreleased",
          subject.manifest(),
          "format_version",
          "The package has version "
              + subject.version().text()
              + ", but version "
              + subject.formatVersion().version().text()
              + " of the format is not released yet.",
          "Write a released format version, or give the package a version such as 1.0.0-beta.1.");
    }
  }
}
