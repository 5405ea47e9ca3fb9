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

  /** Of a long list nobody reads the rest. */
  private static final int MOST_LISTED = 10;

  private final SpecSubject subject;
  private final Findings findings;
  private final Map<String, Folder> folders = new HashMap<>();

  /**
   * A folder, looked at once for all templates that are named.
   *
   * @param backwards names in it, from their ends, so that all with one ending stand together
   * @param stems names of usual templates without what all of them end with, which makes no two of
   *     them near to each other
   * @param fix what to do where a template is missing and no other one has a name like it
   */
  private record Folder(NavigableSet<String> backwards, List<String> stems, String fix) {}

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
    NavigableSet<String> names = folder(folder).backwards();
    String wanted = backwards(template);
    return begins(names, wanted) || begins(names, backwards(LinkedFile.ENDING) + wanted);
  }

  private static boolean begins(NavigableSet<String> names, String start) {
    String next = names.ceiling(start);
    return next != null && next.startsWith(start);
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
    return folder(folder).fix();
  }

  private Optional<String> near(String template, String folder) {
    return findings
        .near(withoutEnding(template), folder(folder).stems())
        .map(stem -> stem + USUAL_ENDING);
  }

  private Folder folder(String folder) {
    return folders.computeIfAbsent(folder, this::look);
  }

  private Folder look(String folder) {
    List<String> names = subject.filesIn(folder).stream().map(LinkedFile::withoutEnding).toList();
    return new Folder(
        subject.namesIn(folder).stream()
            .map(TemplateFiles::backwards)
            .collect(Collectors.toCollection(TreeSet::new)),
        names.stream()
            .filter(name -> name.endsWith(USUAL_ENDING))
            .map(TemplateFiles::withoutEnding)
            .toList(),
        fix(folder, names));
  }

  private static String fix(String folder, List<String> names) {
    if (names.isEmpty()) {
      return "Add the file to " + folder + ", which has none yet.";
    }
    int more = names.size() - MOST_LISTED;
    return "Add the file, or name one that is there with template_path: "
        + String.join(", ", names.stream().limit(MOST_LISTED).toList())
        + (more > 0 ? " and " + more + " more." : ".");
  }

  private static String withoutEnding(String name) {
    return name.endsWith(USUAL_ENDING)
        ? name.substring(0, name.length() - USUAL_ENDING.length())
        : name;
  }
}
