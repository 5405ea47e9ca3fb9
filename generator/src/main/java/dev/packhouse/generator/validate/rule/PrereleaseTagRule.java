package dev.packhouse.generator.validate.rule;

import java.util.regex.Pattern;

/** A version before its release says so in words that everybody knows. */
final class PrereleaseTagRule implements SpecRule {
  private static final String CODE = "manifest.version.prerelease";

  /** A number may follow; it begins with a digit, a dot or a hyphen, and ends with neither. */
  private static final Pattern TAG =
      Pattern.compile(
          "next|SNAPSHOT"
              + "|(?:beta|rc|preview)(?:(?:[0-9]|[.-][0-9A-Za-z])(?:[0-9A-Za-z.-]*[0-9A-Za-z])?)?");

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    String tag = subject.version().prerelease();
    if (tag.isEmpty()) {
      return;
    }
    if (subject.version().major() == 0) {
      findings.error(
          CODE,
          subject.manifest(),
          "version",
          "Version "
              + subject.version().text()
              + " is below 1.0.0, which says already that it is"
              + " no release, and has the tag "
              + tag
              + " besides.",
          "Remove the hyphen and what follows it.");
    } else if (!TAG.matcher(tag).matches()) {
      findings.error(
          CODE,
          subject.manifest(),
          "version",
          "The tag " + tag + " of version " + subject.version().text() + " is not known.",
          "Write next, SNAPSHOT, or one of beta, rc and preview with a number, such as"
              + " 1.0.0-beta.1.");
    }
  }
}
