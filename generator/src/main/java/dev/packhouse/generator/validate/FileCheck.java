package dev.packhouse.generator.validate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.LinkedFile;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.Layout;
import dev.packhouse.generator.spec.Mismatch;
import dev.packhouse.generator.spec.Schemas;
import dev.packhouse.generator.spec.Span;
import dev.packhouse.generator.validate.rule.Element;
import dev.packhouse.generator.validate.rule.Findings;
import dev.packhouse.generator.validate.rule.SpecSubject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a file is what the layout says of it: not too large, of its media type and schema. */
final class FileCheck {
  /** From then on, a dot in a key is a dot. */
  private static final Span DOTS_NEST = Span.until("3.0.0");

  private final SpecSubject subject;
  private final Findings findings;
  private final GoodContent good;
  private final Schemas schemas;

  FileCheck(SpecSubject subject, GoodContent good, Findings findings) {
    this.subject = subject;
    this.good = good;
    this.findings = findings;
    schemas = Schemas.of(subject.formatVersion().version());
  }

  void check(String path, Layout.Entry.File entry) throws IOException {
    switch (subject.raw().documents().follow(path)) {
      case LinkedFile.Broken(Finding finding) -> findings.add(finding);
      case LinkedFile.Found(PackageFile file) -> check(path, file, entry);
    }
  }

  private void check(String path, PackageFile file, Layout.Entry.File entry) throws IOException {
    if (isTooLarge(path, file, entry.limits().file())
        || (entry.mediaType().isYaml() && isTooLarge(path, file, entry.limits().yaml()))
        || isNotOfItsType(path, file, entry)) {
      return;
    }
    if (entry.schema().isPresent()) {
      content(path, entry).ifPresent(value -> check(path, value, entry.schema().get(), entry));
    }
  }

  private boolean isTooLarge(String path, PackageFile file, OptionalLong limit) {
    if (limit.isEmpty() || file.size() <= limit.getAsLong()) {
      return false;
    }
    findings.error(
        "file.size_limit",
        path,
        "The file has " + file.size() + " bytes; at most " + limit.getAsLong() + " are allowed.",
        "Make it smaller, or split it.");
    return true;
  }

  private boolean isNotOfItsType(String path, PackageFile file, Layout.Entry.File entry)
      throws IOException {
    return switch (entry.mediaType()) {
      case ANY -> false;
      case YAML, JSON, JSON_OUTLINE, MARKDOWN, TEXT, CSV -> isEmpty(path, file, entry);
      case YAML_WITH_DASHES -> lacksDashes(path, file) || isEmpty(path, file, entry);
    };
  }

  private boolean isEmpty(String path, PackageFile file, Layout.Entry.File entry) {
    if (file.size() > 0) {
      return false;
    }
    findings.error(
        "file.content.missing",
        path,
        Place.START,
        "The file is empty.",
        "Write into it what it is for%s%s."
            .formatted(
                entry.description().isEmpty() ? "" : ": " + Sentence.part(entry.description()),
                entry.required() ? "" : "; or remove the file"));
    return true;
  }

  private boolean lacksDashes(String path, PackageFile file) throws IOException {
    String start;
    try (InputStream in = file.content().open()) {
      start = new String(in.readNBytes(5), US_ASCII);
    }
    if (start.startsWith("---\n")
        || start.equals("---\r\n")
        || start.stripTrailing().equals("---")) {
      return false;
    }
    findings.error(
        "yaml.dashes.missing",
        path,
        Place.START,
        "The first line of this file is not ---.",
        "Put a line with three dashes before the others.");
    return true;
  }

  private Optional<Value> content(String path, Layout.Entry.File entry) throws IOException {
    RawPackage.Documents documents = subject.raw().documents();
    Document document =
        switch (entry.mediaType()) {
          case YAML, YAML_WITH_DASHES -> documents.readYaml(path);
          case JSON_OUTLINE -> documents.readOutline(path);
          case JSON, MARKDOWN, TEXT, CSV, ANY -> documents.read(path);
        };
    return switch (document) {
      case Document.Broken(Finding finding) -> {
        findings.add(finding);
        yield Optional.empty();
      }
      case Document.Parsed(Value value, var warnings) -> {
        findings.addRead(warnings);
        yield Optional.of(value);
      }
    };
  }

  private Optional<Value> jsonOf(String path, Value value, Layout.Entry.File entry) {
    Optional<Place> notJson =
        entry.mediaType().isYaml() ? SpecValues.notJson(value) : Optional.empty();
    if (notJson.isPresent()) {
      findings.error(
          "yaml.value.invalid",
          path,
          notJson.get(),
          "Here stands a key that is no text, or a number that is not finite.",
          "Put it in quotation marks.");
      return Optional.empty();
    }
    return entry.mediaType().isYaml() && DOTS_NEST.includes(subject.formatVersion().version())
        ? nested(path, value)
        : Optional.of(value);
  }

  private Optional<Value> nested(String path, Value value) {
    Optional<Place> tooDeep = NestedKeys.tooDeep(value);
    tooDeep.ifPresent(place -> DottedKeys.reportTooDeep(path, place, findings));
    return tooDeep.isPresent() ? Optional.empty() : Optional.of(NestedKeys.nest(value));
  }

  private void check(String path, Value value, String schema, Layout.Entry.File entry) {
    GoodContent.Use use = new GoodContent.Use(schema, subject.formatVersion().version());
    if (good.isKnown(value, use)) {
      return;
    }
    Optional<Value> json = jsonOf(path, value, entry);
    if (json.isEmpty()) {
      return;
    }
    PackageReferences references =
        new PackageReferences(subject.raw(), path, entry.limits().linked());
    List<Mismatch> mismatches = schemas.check(schema, SpecValues.json(json.get()), references);
    if (mismatches.isEmpty()
        && !references.wereFollowed()
        && subject.raw().documents().areShared()) {
      good.learn(value, use);
    }
    SchemaFindings report = new SchemaFindings(Element.root(path, json.get()), subject, findings);
    mismatches.forEach(report::add);
  }
}
