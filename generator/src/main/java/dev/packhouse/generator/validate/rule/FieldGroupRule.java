package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.List;

/** A group has no values of its own, and so nothing that describes values. */
final class FieldGroupRule implements SpecRule {
  private static final List<String> OF_VALUES = List.of("unit", "metric_type");

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Field field : subject.fields(findings)) {
      if (field.type().equals("group")) {
        OF_VALUES.forEach(key -> check(field, key, findings));
      }
    }
  }

  private static void check(Field group, String key, Findings findings) {
    if (!group.text(key).isEmpty()) {
      findings.error(
          "field." + key + ".unexpected",
          group.element(),
          key,
          "The group " + group.name() + " has a " + key + ", which only fields with values have.",
          "Give it to the fields in the group that it describes.");
    }
  }
}
