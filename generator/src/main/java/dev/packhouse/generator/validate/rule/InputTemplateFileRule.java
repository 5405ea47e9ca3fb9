package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.util.List;
import java.util.Optional;

/** The policy templates of an input package name templates for the agent, which are there. */
final class InputTemplateFileRule implements SpecRule {
  private static final String FOLDER = "agent/input";
  private static final String ONE = "template_path";
  private static final String SEVERAL = "template_paths";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    TemplateFiles files = new TemplateFiles(subject, findings);
    for (Element template : subject.manifest().items("policy_templates")) {
      Optional<Element> one = template.find(ONE).filter(it -> !it.text().orElse("").isEmpty());
      List<Element> several = template.items(SEVERAL);
      if (template.isObject() && one.isEmpty() && several.isEmpty()) {
        findings.error(
            "policy_template.template_path.missing",
            template,
            ONE,
            "The policy template names no template for the agent.",
            "Add template_path, with the name of a file in " + FOLDER + ".");
      }
      one.ifPresent(it -> files.check(FOLDER, it));
      several.forEach(it -> files.check(FOLDER, it));
    }
  }
}
