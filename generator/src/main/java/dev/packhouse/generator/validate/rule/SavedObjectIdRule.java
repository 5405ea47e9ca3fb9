package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Optional;

/**
 * The file of a saved object is called as the object's id; the id of a security rule starts with
 * the rule's own id.
 */
final class SavedObjectIdRule implements SpecRule {
  private static final String SECURITY_RULES = "kibana/security_rule/";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element object : SavedObjects.all(subject, findings)) {
      SavedObjects.id(object, findings).ifPresent(id -> check(object, id, findings));
    }
  }

  private static void check(Element object, String id, Findings findings) {
    String expected = SavedObjects.name(object);
    if (!id.equals(expected)) {
      findings.error(
          "kibana_object.id.mismatch",
          object,
          "id",
          "The object's id is %s, but its file is called %s.".formatted(id, expected),
          "Rename the file to %s%s, or write the id %s."
              .formatted(id, SavedObjects.ENDING, expected));
    }
    if (object.file().startsWith(SECURITY_RULES)) {
      securityRule(object, id, findings);
    }
  }

  private static void securityRule(Element object, String id, Findings findings) {
    Element attributes = object.find("attributes").orElse(object);
    Optional<String> rule = SavedObjects.text(attributes, "rule_id");
    if (rule.isEmpty()) {
      findings.error(
          "security_rule.rule_id.missing",
          attributes,
          "rule_id",
          "The security rule has no attribute rule_id that is a text.",
          "Add rule_id; the id of the object starts with it.");
    } else if (!id.startsWith(rule.get())) {
      findings.error(
          "security_rule.rule_id.mismatch",
          attributes,
          "rule_id",
          "The object's id %s does not start with its rule_id %s.".formatted(id, rule.get()),
          "Write the same in both; a version may follow in the id, as in " + rule.get() + "_1.");
    }
  }
}
