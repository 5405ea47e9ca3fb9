package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.FormatVersion;
import dev.packhouse.generator.spec.Layouts;
import dev.packhouse.generator.spec.PackageType;
import dev.packhouse.generator.validate.rule.Element;
import dev.packhouse.generator.validate.rule.Findings;
import dev.packhouse.generator.validate.rule.SpecSubject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads of a manifest what says which spec holds for its package: type, version and format version.
 */
final class SubjectReader {
  /** The order in which authors write the first keys of a manifest. */
  private static final List<String> FIRST_KEYS =
      List.of("format_version", "name", "title", "version", "description", "type");

  private final RawPackage raw;
  private final Layouts layouts;
  private final Findings findings;

  SubjectReader(RawPackage raw, Layouts layouts, Findings findings) {
    this.raw = raw;
    this.layouts = layouts;
    this.findings = findings;
  }

  /** Empty where the package does not say which spec holds for it; the findings tell. */
  Optional<SpecSubject> read() throws IOException {
    Optional<Element> manifest = manifest();
    return manifest.flatMap(this::subject);
  }

  private Optional<Element> manifest() throws IOException {
    if (!raw.files().containsKey(RawPackage.MANIFEST)) {
      findings.error(
          "manifest.file.missing",
          RawPackage.MANIFEST,
          "The package has no manifest.yml.",
          "Add one with format_version, name, version, title and description.");
      return Optional.empty();
    }
    return switch (raw.documents().read(RawPackage.MANIFEST)) {
      case Document.Broken(Finding finding) -> {
        findings.add(finding);
        yield Optional.empty();
      }
      case Document.Parsed(Value.Mapping mapping, var _) ->
          Optional.of(Element.root(RawPackage.MANIFEST, mapping));
      case Document.Parsed(Value other, var _) -> {
        findings.error(
            "manifest.file.invalid",
            RawPackage.MANIFEST,
            other.place(),
            "The manifest is " + other.kind() + ", not an object.",
            "Write keys and values, such as name: nginx.");
        yield Optional.empty();
      }
    };
  }

  private Optional<SpecSubject> subject(Element manifest) {
    Optional<PackageType> type = type(manifest);
    Optional<SemanticVersion> version = version(manifest, "version", "manifest.version");
    Optional<FormatVersion> format =
        version(manifest, "format_version", "manifest.format_version")
            .flatMap(named -> format(manifest, named));
    if (type.isEmpty() || version.isEmpty() || format.isEmpty()) {
      return Optional.empty();
    }
    String name = manifest.text("name").orElse("");
    return Optional.of(
        new SpecSubject(
            raw,
            manifest,
            type.get(),
            name,
            version.get(),
            format.get(),
            layouts.of(type.get(), format.get().version(), name)));
  }

  private Optional<PackageType> type(Element manifest) {
    String types =
        Arrays.stream(PackageType.values())
            .map(PackageType::text)
            .collect(Collectors.joining(", "));
    String text = manifest.text("type").orElse("");
    if (text.isEmpty()) {
      findings.error(
          "manifest.type.missing",
          manifest,
          manifest.placeFor("type", FIRST_KEYS),
          "The manifest does not say which type of package this is.",
          "Add type, which is one of " + types + ".");
      return Optional.empty();
    }
    Optional<PackageType> type = PackageType.parse(text);
    if (type.isEmpty()) {
      findings.error(
          "manifest.type.invalid",
          manifest,
          "type",
          "There is no type of package called " + text + ".",
          "Write one of " + types + ".");
    }
    return type;
  }

  private Optional<SemanticVersion> version(Element manifest, String key, String code) {
    String text = manifest.text(key).orElse("");
    if (text.isEmpty()) {
      findings.error(
          code + ".missing",
          manifest,
          manifest.placeFor(key, FIRST_KEYS),
          "The manifest has no " + key + ".",
          "Add " + key + ".");
      return Optional.empty();
    }
    return switch (SemanticVersion.parse(text)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) -> Optional.of(version);
      case ParseResult.Rejected<SemanticVersion>(String reason) -> {
        findings.error(
            code + ".invalid",
            manifest,
            key,
            "The " + key + " " + text + " is no semantic version: " + reason + ".",
            "Write three numbers, such as 1.0.0.");
        yield Optional.empty();
      }
    };
  }

  private Optional<FormatVersion> format(Element manifest, SemanticVersion named) {
    Optional<FormatVersion> format = FormatVersion.find(named);
    if (format.isEmpty()) {
      findings.error(
          "manifest.format_version.unknown",
          manifest,
          "format_version",
          "There is no version " + named.text() + " of the package format.",
          "Write a version that there is; the newest one is "
              + FormatVersion.newest().version().text()
              + ".");
    }
    return format;
  }
}
