package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.Trees;
import dev.packhouse.generator.validate.rule.Findings;
import tools.jackson.databind.node.ObjectNode;

/** Texts that must be there. */
final class Required {
  private final Subject subject;
  private final Findings findings;

  Required(Subject subject, Findings findings) {
    this.subject = subject;
    this.findings = findings;
  }

  /**
   * Reports {@code code.missing} where the text is missing or empty.
   *
   * @param code object and thing, such as {@code manifest.title}
   */
  void text(String file, ObjectNode object, String key, String code) {
    if (Trees.text(object, key).isEmpty() && !subject.places().isRefused(object, key)) {
      String owner = code.substring(0, code.indexOf('.')).replace('_', ' ');
      findings.error(
          code + ".missing",
          file,
          subject.places().of(object, key),
          "The " + owner + " has no " + code.substring(code.indexOf('.') + 1) + ".",
          "Add " + key + ": with a text.");
    }
  }
}
