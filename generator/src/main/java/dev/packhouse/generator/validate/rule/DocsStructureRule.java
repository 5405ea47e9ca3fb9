package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.spec.DocsStructure;
import dev.packhouse.generator.validate.text.MarkdownHeadings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where {@code validation.yml} asks for it, the documentation has the sections that users know. */
final class DocsStructureRule implements SpecRule {
  private static final String VERSION = "version";

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Optional<Element> enforced =
        subject
            .read("validation.yml", findings)
            .flatMap(it -> it.find("docs_structure_enforced"))
            .filter(it -> it.isTrue("enabled"));
    if (enforced.isEmpty()) {
      return;
    }
    Optional<List<String>> sections =
        DocsStructure.sections(enforced.get().text(VERSION).orElse(""));
    if (sections.isEmpty()) {
      findings.error(
          "docs.structure_version.unknown",
          enforced.get(),
          VERSION,
          "There is no version %s of the structure of documentation."
              .formatted(enforced.get().text(VERSION).orElse("0")),
          "Write one of " + String.join(", ", DocsStructure.versions()) + ".");
      return;
    }
    Set<String> skipped =
        enforced.get().items("skip").stream()
            .flatMap(it -> it.text("title").stream())
            .collect(Collectors.toSet());
    List<String> wanted = sections.get().stream().filter(it -> !skipped.contains(it)).toList();
    for (String file : subject.filesMatching("docs/[^/]*\\.md")) {
      Optional<String> text = subject.text(file, findings);
      if (text.isPresent()) {
        check(file, text.get(), wanted, findings);
      }
    }
  }

  private static void check(String file, String text, List<String> wanted, Findings findings) {
    List<MarkdownHeadings.Found> headings = MarkdownHeadings.of(text);
    for (String section : wanted) {
      if (find(section, headings).isEmpty()) {
        findings.error(
            "docs.section.missing",
            file,
            placeFor(section, wanted, headings, text),
            "There is no section " + section + ".",
            "Add a heading of that name with its text, or list the section with a reason under"
                + " docs_structure_enforced.skip in validation.yml.");
      }
    }
  }

  private static Optional<MarkdownHeadings.Found> find(
      String section, List<MarkdownHeadings.Found> headings) {
    return headings.stream().filter(it -> it.text().equalsIgnoreCase(section)).findFirst();
  }

  /** Before the next section that is there, or at the end. */
  private static Place placeFor(
      String section, List<String> wanted, List<MarkdownHeadings.Found> headings, String text) {
    return wanted.stream()
        .skip(wanted.indexOf(section))
        .flatMap(it -> find(it, headings).stream())
        .findFirst()
        .map(MarkdownHeadings.Found::place)
        .orElseGet(() -> new Place((int) Math.max(1, text.lines().count()), 1));
  }
}
