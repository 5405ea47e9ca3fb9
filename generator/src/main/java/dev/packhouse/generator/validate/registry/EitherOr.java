package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.validate.rule.Findings;
import tools.jackson.databind.node.ObjectNode;

/** Something is said directly, or comes from another package, but not both. */
final class EitherOr {
  private final Subject subject;
  private final Findings findings;

  EitherOr(Subject subject, Findings findings) {
    this.subject = subject;
    this.findings = findings;
  }

  void check(String file, ObjectNode object, String name, String key) {
    boolean direct = !text(object, key).isEmpty();
    boolean fromPackage = !text(object, "package").isEmpty();
    boolean spoilt =
        subject.places().isRefused(object, key) || subject.places().isRefused(object, "package");
    if (!direct && !fromPackage && !spoilt) {
      findings.error(
          name + "." + key + ".missing",
          file,
          subject.places().of(object),
          "The " + name + " has neither " + key + " nor package.",
          "Add one of them.");
    } else if (direct && fromPackage) {
      findings.error(
          name + "." + key + ".conflict",
          file,
          subject.places().of(object, "package"),
          "The " + name + " has both " + key + " and package.",
          "Keep one of them.");
    }
  }
}
