package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.validate.rule.Findings;

/** A package has a semantic version, and its folder, where that is called like one, the same. */
final class VersionRule implements Rule {
  /**
   * Names of files end at 255 bytes, of which an archive's endings and a temporary name want some.
   */
  private static final int LONGEST_ID = 200;

  @Override
  public void check(Subject subject, Findings findings) {
    String version = text(subject.record(), "version");
    if (version.isEmpty()) {
      new Required(subject, findings)
          .text(RawPackage.MANIFEST, subject.record(), "version", "manifest.version");
      return;
    }
    switch (SemanticVersion.parseStrict(version)) {
      case ParseResult.Parsed(SemanticVersion parsed) -> {
        checkFolder(subject, parsed, findings);
        checkLength(subject, version, findings);
      }
      case ParseResult.Rejected(String reason) ->
          findings.error(
              "manifest.version.invalid",
              RawPackage.MANIFEST,
              subject.places().of(subject.record(), "version"),
              "The version " + subject.written("version") + " cannot be read: " + reason + ".",
              "Write three numbers, such as 1.0.0 or 1.0.0-beta.1.");
    }
  }

  private static void checkFolder(Subject subject, SemanticVersion version, Findings findings) {
    String folder = subject.raw().source().name();
    if (SemanticVersion.parse(folder) instanceof ParseResult.Parsed(SemanticVersion of)
        && of.compareTo(version) != 0) {
      findings.error(
          "manifest.version.mismatch",
          RawPackage.MANIFEST,
          subject.places().of(subject.record(), "version"),
          "The manifest says version " + version.text() + ", its folder " + folder + ".",
          "Make both the same.");
    }
  }

  private static void checkLength(Subject subject, String version, Findings findings) {
    if (text(subject.record(), "name").length() + version.length() > LONGEST_ID) {
      findings.error(
          "manifest.version.length",
          RawPackage.MANIFEST,
          subject.places().of(subject.record(), "version"),
          "Name and version together are longer than " + LONGEST_ID + " characters.",
          "Shorten one: archives are files of that name.");
    }
  }
}
