package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.objects;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import tools.jackson.databind.node.ObjectNode;

/** A policy template tells people what it is, and each input has a type or comes from a package. */
final class PolicyTemplateRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    Required required = new Required(subject, findings);
    EitherOr either = new EitherOr(subject, findings);
    for (ObjectNode template : objects(subject.record(), "policy_templates")) {
      required.text(RawPackage.MANIFEST, template, "name", "policy_template.name");
      required.text(RawPackage.MANIFEST, template, "title", "policy_template.title");
      required.text(RawPackage.MANIFEST, template, "description", "policy_template.description");
      for (ObjectNode input : objects(template, "inputs")) {
        either.check(RawPackage.MANIFEST, input, "input", "type");
      }
    }
  }
}
