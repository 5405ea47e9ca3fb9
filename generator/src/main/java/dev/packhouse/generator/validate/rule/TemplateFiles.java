package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.LinkedFile;
import java.util.List;

/** Whether templates that a manifest names are there. */
final class TemplateFiles {
  private final SpecSubject subject;
  private final Findings findings;

  TemplateFiles(SpecSubject subject, Findings findings) {
    this.subject = subject;
    this.findings = findings;
  }

  /** Whether a folder has it; what stands before a name in that of a file does not count. */
  boolean has(String folder, String template) {
    return subject.namesIn(folder).stream()
        .anyMatch(name -> name.endsWith(template) || name.endsWith(template + LinkedFile.ENDING));
  }

  /** Reports a template that a value names and a folder has not. */
  void check(String folder, Element named) {
    String template = named.text().orElse("");
    if (!has(folder, template)) {
      findings.error(
          "template.file.missing",
          named,
          "There is no template %s in %s.".formatted(template, folder),
          fix(folder));
    }
  }

  String fix(String folder) {
    List<String> names = subject.filesIn(folder).stream().map(LinkedFile::withoutEnding).toList();
    return names.isEmpty()
        ? "Add it; the folder has no files yet."
        : "Add it, or name one that is there: " + String.join(", ", names) + ".";
  }
}
