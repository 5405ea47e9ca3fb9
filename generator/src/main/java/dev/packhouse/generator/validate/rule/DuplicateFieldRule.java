package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All files of one folder of fields make one mapping, in which each name stands once. */
final class DuplicateFieldRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT).since("2.0.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (FieldsFolder folder : subject.fieldsFolders(findings)) {
      check(folder, findings);
    }
  }

  private static void check(FieldsFolder folder, Findings findings) {
    Map<String, Field> known = new HashMap<>();
    for (Field field : folder.fields()) {
      boolean isNamed = !field.name().isEmpty();
      Field first = isNamed && field.isLeaf() ? known.putIfAbsent(field.name(), field) : null;
      if (first != null) {
        Element there = first.element();
        findings.error(
            "field.name.duplicate",
            field.element(),
            "name",
            "Field "
                + field.name()
                + " of "
                + folder.owner()
                + " was declared before, in "
                + there.file()
                + ", line "
                + there.place().line()
                + ".",
            "Remove one of the two.");
      }
    }
  }
}
