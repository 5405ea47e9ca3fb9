package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;

/** The templates that streams and inputs of an integration name are there. */
final class StreamTemplateFileRule implements SpecRule {
  /** What a stream means that names none. */
  private static final String DEFAULT = "stream.yml.hbs";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    TemplateFiles files = new TemplateFiles(subject, findings);
    for (Element template : subject.policyTemplates()) {
      for (Element input : template.items("inputs")) {
        named(input).forEach(it -> files.check(TemplateFiles.INPUTS, it));
      }
    }
    for (Element manifest : subject.dataStreamManifests(findings)) {
      String folder = manifest.file().replaceFirst("[^/]+$", "agent/stream");
      for (Element stream : manifest.items("streams")) {
        stream(stream, folder, files, findings);
      }
    }
  }

  private static void stream(
      Element stream, String folder, TemplateFiles files, Findings findings) {
    List<Element> named = named(stream);
    named.forEach(it -> files.check(folder, it));
    // A package that is used as an input brings a template of its own.
    boolean hasPackage = !stream.text("package").orElse("").isEmpty();
    if (stream.isObject() && named.isEmpty() && !hasPackage && !files.has(folder, DEFAULT)) {
      findings.error(
          "template.file.missing",
          stream,
          "The stream names no template, and there is no %s in %s.".formatted(DEFAULT, folder),
          files.fix(folder));
    }
  }

  /** Several templates take the place of one. */
  private static List<Element> named(Element object) {
    List<Element> several = TemplateFiles.several(object);
    return several.isEmpty() ? TemplateFiles.one(object).stream().toList() : several;
  }
}
