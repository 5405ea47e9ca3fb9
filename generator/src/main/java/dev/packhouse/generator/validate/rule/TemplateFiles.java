package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.LinkedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether templates that a manifest names are there. */
final class TemplateFiles {
  /** Folder of the templates of inputs. */
  static final String INPUTS = "agent/input";

  /** Key for one template. */
  static final String ONE = "template_path";

  private static final String SEVERAL = "template_paths";
  private static final String USUAL_ENDING = ".yml.hbs";

  private final SpecSubject subject;
  private final Findings findings;

  /** Names in folders, from their ends, so that all with one ending stand together. */
  private final Map<String, NavigableSet<String>> backwards = new HashMap<>();

  TemplateFiles(SpecSubject subject, Findings findings) {
    this.subject = subject;
    this.findings = findings;
  }

  /** The one template that a policy template, input or stream names. */
  static Optional<Element> one(Element object) {
    return object.find(ONE).filter(it -> !it.text().orElse("").isEmpty());
  }

  /** The templates that it names as a list. */
  static List<Element> several(Element object) {
    return object.items(SEVERAL);
  }

  /** Whether a folder has it; what stands before a name in that of a file does not count. */
  boolean has(String folder, String template) {
    NavigableSet<String> names = backwards.computeIfAbsent(folder, this::namesBackwards);
    String wanted = backwards(template);
    return begins(names, wanted) || begins(names, backwards(LinkedFile.ENDING) + wanted);
  }

  private static boolean begins(NavigableSet<String> names, String start) {
    String next = names.ceiling(start);
    return next != null && next.startsWith(start);
  }

  private NavigableSet<String> namesBackwards(String folder) {
    return subject.namesIn(folder).stream()
        .map(TemplateFiles::backwards)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String backwards(String name) {
    return new StringBuilder(name).reverse().toString();
  }

  /** Reports a template that a value names and a folder has not. */
  void check(String folder, Element named) {
    String template = named.text().orElse("");
    if (!has(folder, template)) {
      findings.error(
          "template.file.missing",
          named,
          "There is no template %s in %s.".formatted(template, folder),
          near(template, folder)
              .map(near -> "Did you mean " + near + "?")
              .orElseGet(() -> fix(folder)));
    }
  }

  String fix(String folder) {
    List<String> names = names(folder);
    return names.isEmpty()
        ? "Add the file to " + folder + ", which has none yet."
        : "Add the file, or name one that is there with template_path: "
            + String.join(", ", names)
            + ".";
  }

  /** All of them end alike, which makes no two of them near to each other. */
  private Optional<String> near(String template, String folder) {
    List<String> stems =
        names(folder).stream()
            .filter(name -> name.endsWith(USUAL_ENDING))
            .map(TemplateFiles::withoutEnding)
            .toList();
    return findings.near(withoutEnding(template), stems).map(stem -> stem + USUAL_ENDING);
  }

  private static String withoutEnding(String name) {
    return name.endsWith(USUAL_ENDING)
        ? name.substring(0, name.length() - USUAL_ENDING.length())
        : name;
  }

  private List<String> names(String folder) {
    return subject.filesIn(folder).stream().map(LinkedFile::withoutEnding).toList();
  }
}
