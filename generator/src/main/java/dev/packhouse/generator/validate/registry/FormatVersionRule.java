package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.validate.rule.Findings;

/** A package says which version of the package format it follows. */
final class FormatVersionRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    String version = text(subject.record(), "format_version");
    if (version.isEmpty()) {
      new Required(subject, findings)
          .text(RawPackage.MANIFEST, subject.record(), "format_version", "manifest.format_version");
    } else if (SemanticVersion.parseStrict(version)
        instanceof ParseResult.Rejected<SemanticVersion>(String reason)) {
      findings.error(
          "manifest.format_version.invalid",
          RawPackage.MANIFEST,
          subject.places().of(subject.record(), "format_version"),
          "The format_version "
              + subject.written("format_version")
              + " cannot be read: "
              + reason
              + ".",
          "Write three numbers, such as 3.0.0.");
    }
  }
}
