package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tests run with other packages in versions that the manifest allows, or from a folder. */
final class TestRequirementRule implements SpecRule {
  private static final String OF_PACKAGE = "_dev/test/config.yml";
  private static final List<String> KINDS =
      List.of("system", "policy", "pipeline", "static", "asset");
  private static final String OF_DATA_STREAMS =
      "data_stream/[^/]+/_dev/test/(?:(?:system|static)/test-[^/]*-config|policy/test-[^/]*)\\.yml";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    RequiredPackages required = RequiredPackages.of(subject);
    Optional<Element> ofPackage = subject.read(OF_PACKAGE, findings);
    for (String kind : KINDS) {
      ofPackage
          .flatMap(it -> it.find(kind))
          .ifPresent(it -> check(subject, required, it, findings));
    }
    for (Element config : subject.readAll(subject.filesMatching(OF_DATA_STREAMS), findings)) {
      check(subject, required, config, findings);
    }
  }

  private static void check(
      SpecSubject subject, RequiredPackages required, Element config, Findings findings) {
    for (Element requirement : config.items("requires")) {
      String name = requirement.text("package").orElse("");
      String version = requirement.text("version").orElse("");
      if (!name.isEmpty() && !version.isEmpty()) {
        checkVersion(required, requirement, name, version, findings);
      } else {
        requirement.find("source").ifPresent(source -> checkSource(subject, source, findings));
      }
    }
  }

  private static void checkVersion(
      RequiredPackages required,
      Element requirement,
      String name,
      String version,
      Findings findings) {
    Element wanted = required.versions().get(name);
    if (wanted == null) {
      findings.error(
          "test.requires.unknown",
          requirement,
          "package",
          "The manifest does not require the package " + name + ", which the test runs with.",
          findings.fix(
              name,
              required.versions().keySet(),
              "Add the package with its version to requires in manifest.yml."));
      return;
    }
    String range = wanted.text().orElse("");
    switch (VersionConstraint.parse(range)) {
      case ParseResult.Rejected<VersionConstraint>(String reason) ->
          findings.error(
              "requires.version.invalid",
              wanted,
              "This is no constraint on versions: " + reason + ".",
              "Write one such as ^1.2.0.");
      case ParseResult.Parsed<VersionConstraint>(VersionConstraint constraint) ->
          checkVersion(constraint, requirement, version, findings);
    }
  }

  private static void checkVersion(
      VersionConstraint constraint, Element requirement, String version, Findings findings) {
    String problem =
        switch (SemanticVersion.parse(version)) {
          case ParseResult.Rejected<SemanticVersion>(String reason) ->
              version + " cannot be read: " + reason;
          case ParseResult.Parsed<SemanticVersion>(SemanticVersion parsed) ->
              constraint.admits(parsed)
                  ? ""
                  : "The manifest requires "
                      + constraint.text()
                      + ", and the test runs with "
                      + version;
        };
    if (!problem.isEmpty()) {
      findings.error(
          "test.requires_version.invalid",
          requirement,
          "version",
          problem + ".",
          "Write a version that " + constraint.text() + " of manifest.yml allows.");
    }
  }

  private static void checkSource(SpecSubject subject, Element source, Findings findings) {
    String text = source.text().orElse("");
    if (!text.isEmpty() && !exists(subject.raw().source(), text)) {
      findings.error(
          "test.source.missing",
          source,
          "There is no folder " + text + " beside or in the package.",
          "Write the path of a package, beginning from this one, such as ../other.");
    }
  }

  /** A zip has nothing beside it, so that only a folder can be asked. */
  private static boolean exists(RawPackage.Source source, String path) {
    return switch (source) {
      case RawPackage.Source.Zip _ -> !path.startsWith("/");
      case RawPackage.Source.Folder folder -> !path.startsWith("/") && exists(folder.path(), path);
    };
  }

  private static boolean exists(Path folder, String path) {
    try {
      return Files.exists(folder.toAbsolutePath().resolve(path).normalize());
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
