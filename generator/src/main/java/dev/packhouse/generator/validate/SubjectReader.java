package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
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
    return ManifestFile.read(raw, RawPackage.MANIFEST, findings, findings::addRead)
        .flatMap(mapping -> subject(Element.root(RawPackage.MANIFEST, mapping)));
  }

  private Optional<SpecSubject> subject(Element manifest) {
    Optional<PackageType> type = type(manifest);
    Optional<SemanticVersion> version = version(manifest, "version", "manifest.version", "0.1.0");
    Optional<FormatVersion> format =
        version(
                manifest,
                "format_version",
                "manifest.format_version",
                FormatVersion.newest().version().text())
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
    List<String> types = Arrays.stream(PackageType.values()).map(PackageType::text).toList();
    String text = manifest.text("type").orElse("");
    if (text.isEmpty()) {
      findings.error(
          "manifest.type.missing",
          manifest,
          manifest.placeFor("type", FIRST_KEYS),
          "The manifest does not say which type of package this is.",
          "Add type, which is one of " + String.join(", ", types) + ".");
      return Optional.empty();
    }
    Optional<PackageType> type = PackageType.parse(text);
    if (type.isEmpty()) {
      findings.error(
          "manifest.type.invalid",
          manifest,
          "type",
          "There is no type of package called " + text + ".",
          NearestName.fix(text, types, "Write one of " + String.join(", ", types) + "."));
    }
    return type;
  }

  private Optional<SemanticVersion> version(
      Element manifest, String key, String code, String example) {
    String text = manifest.text(key).orElse("");
    if (text.isEmpty()) {
      findings.error(
          code + ".missing",
          manifest,
          manifest.placeFor(key, FIRST_KEYS),
          "The manifest has no " + key + ".",
          "Add " + key + ", such as " + key + ": " + example + ".");
      return Optional.empty();
    }
    return switch (SemanticVersion.parse(text)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) -> Optional.of(version);
      case ParseResult.Rejected<SemanticVersion>(String reason) -> {
        findings.error(
            code + ".invalid",
            manifest,
            key,
            "The " + key + " " + text + " cannot be read: " + reason + ".",
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
