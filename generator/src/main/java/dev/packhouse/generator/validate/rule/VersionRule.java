package dev.packhouse.generator.validate.rule;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;

/** A package has a semantic version, and its folder, where that is called like one, the same. */
final class VersionRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    String version = text(subject.record(), "version");
    if (version.isEmpty()) {
      new Required(subject, findings)
          .text(Subject.MANIFEST, subject.record(), "version", "manifest.version");
      return;
    }
    switch (SemanticVersion.parseStrict(version)) {
      case ParseResult.Parsed(SemanticVersion parsed) -> checkFolder(subject, parsed, findings);
      case ParseResult.Rejected(String reason) ->
          findings.error(
              "manifest.version.invalid",
              Subject.MANIFEST,
              subject.places().of(subject.record(), "version"),
              "The version " + version + " is no semantic version: " + reason + ".",
              "Write three numbers, such as 1.0.0 or 1.0.0-beta.1.");
    }
  }

  private static void checkFolder(Subject subject, SemanticVersion version, Findings findings) {
    String folder = subject.raw().source().name();
    if (SemanticVersion.parse(folder) instanceof ParseResult.Parsed(SemanticVersion of)
        && of.compareTo(version) != 0) {
      findings.error(
          "manifest.version.mismatch",
          Subject.MANIFEST,
          subject.places().of(subject.record(), "version"),
          "The manifest says version " + version.text() + ", its folder " + folder + ".",
          "Make both the same.");
    }
  }
}
