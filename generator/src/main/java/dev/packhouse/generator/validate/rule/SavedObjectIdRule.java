package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.Optional;

/**
 * The file of a saved object is called as the object's id; the id of a security rule starts with
 * the rule's own id.
 */
final class SavedObjectIdRule implements SpecRule {
  private static final String ID = "id";
  private static final String ENDING = ".json";
  private static final String SECURITY_RULES = "kibana/security_rule/";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.CONTENT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element object : SavedObjects.all(subject, findings)) {
      String expected = name(object.file());
      Optional<String> id = SavedObjects.text(object, ID);
      if (id.isEmpty()) {
        findings.error(
            "kibana_object.id.missing",
            object,
            ID,
            "The object has no id that is a text.",
            "Add \"id\": \"" + expected + "\", as the file is called.");
        continue;
      }
      if (!id.get().equals(expected)) {
        findings.error(
            "kibana_object.id.mismatch",
            object,
            ID,
            "The object's id is %s, but its file is called %s.".formatted(id.get(), expected),
            "Rename the file to " + id.get() + ENDING + ", or write the id " + expected + ".");
      }
      if (object.file().startsWith(SECURITY_RULES)) {
        securityRule(object, id.get(), findings);
      }
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

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(ENDING, "");
  }
}
