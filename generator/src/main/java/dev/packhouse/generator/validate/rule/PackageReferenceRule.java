package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;

/** Inputs and streams come only from input packages that the manifest requires in one version. */
final class PackageReferenceRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    RequiredPackages required = RequiredPackages.of(subject);
    for (Element template : subject.policyTemplates()) {
      template.items("inputs").forEach(input -> check(input, required, findings));
    }
    for (Element manifest : subject.dataStreamManifests(findings)) {
      manifest.items("streams").forEach(stream -> check(stream, required, findings));
    }
    required.inputs().forEach(input -> checkVersion(input, findings));
  }

  private static void check(Element part, RequiredPackages required, Findings findings) {
    String name = part.text("package").orElse("");
    if (name.isEmpty()) {
      return;
    }
    if (required.contentNames().contains(name)) {
      findings.error(
          "requires.package.content",
          part,
          "package",
          "The package " + name + " is required as a content package, which has no inputs.",
          "Name an input package here, or move " + name + " to requires.input.");
    } else if (!required.inputNames().contains(name)) {
      findings.error(
          "requires.package.unknown",
          part,
          "package",
          "The manifest does not require the package " + name + ".",
          findings.fix(name, required.inputNames(), "Add it with its version to requires.input."));
    }
  }

  private static void checkVersion(Element input, Findings findings) {
    String version = input.text("version").orElse("");
    if (!version.isEmpty()
        && SemanticVersion.parse(version)
            instanceof ParseResult.Rejected<SemanticVersion>(String reason)) {
      findings.error(
          "requires.version.invalid",
          input,
          "version",
          "An input package is required in one version, and "
              + version
              + " is none: "
              + reason
              + ".",
          "Write three numbers, such as 1.2.0.");
    }
  }
}
