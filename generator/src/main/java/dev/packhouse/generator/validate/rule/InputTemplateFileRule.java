package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.util.List;
import java.util.Optional;

/** The policy templates of an input package name templates for the agent, which are there. */
final class InputTemplateFileRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) {
    TemplateFiles files = new TemplateFiles(subject, findings);
    for (Element template : subject.policyTemplates()) {
      Optional<Element> one = TemplateFiles.one(template);
      List<Element> several = TemplateFiles.several(template);
      if (template.isObject() && one.isEmpty() && several.isEmpty()) {
        findings.error(
            "policy_template.template_path.missing",
            template,
            TemplateFiles.ONE,
            "The policy template names no template for the agent.",
            "Add template_path, with the name of a file in " + TemplateFiles.INPUTS + ".");
      }
      one.ifPresent(it -> files.check(TemplateFiles.INPUTS, it));
      several.forEach(it -> files.check(TemplateFiles.INPUTS, it));
    }
  }
}
